import { createContext, type ReactNode, Suspense, useCallback, useContext, useRef, useState } from "react";
import { later } from "../parts/index.ts";
import type { Question } from "./confirm-popup.tsx";

const Confirm = createContext<(question: Question) => Promise<boolean>>(async () => false);

/** Asks before something that is hard to take back, and tells whether to go on. */
export const useConfirm = () => useContext(Confirm);

const ConfirmPopup = later(() => import("./confirm-popup.tsx"), "ConfirmPopup");

export function ConfirmProvider({ children }: { children: ReactNode }) {
  const [question, setQuestion] = useState<Question>();
  const [isOpen, setOpen] = useState(false);
  const answer = useRef<(isYes: boolean) => void>(undefined);

  const close = (isYes: boolean) => {
    setOpen(false);
    answer.current?.(isYes);
    answer.current = undefined;
  };
  const confirm = useCallback(
    (asked: Question) =>
      new Promise<boolean>((resolve) => {
        answer.current?.(false);
        answer.current = resolve;
        setQuestion(asked);
        setOpen(true);
      }),
    [],
  );

  return (
    <Confirm value={confirm}>
      {children}
      <Suspense>{question && <ConfirmPopup question={question} open={isOpen} onAnswer={close} />}</Suspense>
    </Confirm>
  );
}
