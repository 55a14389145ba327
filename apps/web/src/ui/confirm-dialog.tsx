import { AlertDialog as Part } from "@base-ui/react/alert-dialog";
import { createContext, type ReactNode, useCallback, useContext, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "./button.tsx";

type Question = {
  title: ReactNode;
  description?: ReactNode;
  /** The verb of what happens: "Delete message", not "OK". */
  action: string;
  cancel?: string;
  danger?: boolean;
};

const Confirm = createContext<(question: Question) => Promise<boolean>>(async () => false);

/** Asks before something that is hard to take back, and tells whether to go on. */
export const useConfirm = () => useContext(Confirm);

export function ConfirmProvider({ children }: { children: ReactNode }) {
  const t = useTranslations("ui.dialog");
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
      <Part.Root open={isOpen} onOpenChange={(open) => !open && close(false)}>
        <Part.Portal>
          <Part.Backdrop className="fixed inset-0 z-50 bg-scrim transition-opacity duration-(--duration-calm) data-ending-style:opacity-0 data-starting-style:opacity-0" />
          <Part.Viewport className="fixed inset-0 z-50 grid place-items-center p-4">
            <Part.Popup className="w-full max-w-sm rounded-xl bg-raised p-5 shadow-dialog outline-none transition-[opacity,scale] duration-(--duration-calm) data-ending-style:scale-98 data-starting-style:scale-98 data-ending-style:opacity-0 data-starting-style:opacity-0">
              <Part.Title className="font-semibold text-lg">{question?.title}</Part.Title>
              {question?.description && (
                <Part.Description className="mt-1 text-ink-muted">{question.description}</Part.Description>
              )}
              <div className="mt-5 flex flex-wrap justify-end gap-2">
                <Part.Close render={<Button>{question?.cancel ?? t("cancel")}</Button>} />
                <Button variant={question?.danger ? "danger" : "primary"} onClick={() => close(true)}>
                  {question?.action}
                </Button>
              </div>
            </Part.Popup>
          </Part.Viewport>
        </Part.Portal>
      </Part.Root>
    </Confirm>
  );
}
