import { createContext, type ReactNode, Suspense, useCallback, useContext, useMemo, useState } from "react";
import { later } from "../parts/index.ts";
import { useDescribeProblem } from "./problem.ts";
import type { Toast } from "./toaster.tsx";

const ShowToast = createContext<(toast: Toast) => void>(() => undefined);

/** Short words about something that happened: `show` goes by itself, `showProblem` stays until it is closed. */
export function useToast() {
  const show = useContext(ShowToast);
  const describeProblem = useDescribeProblem();
  return useMemo(() => {
    const showProblem = (error: unknown) => {
      const { title, message, details = [] } = describeProblem(error);
      show({ title, description: [message, ...details].filter(Boolean).join(" "), tone: "danger" });
    };
    return { show, showProblem };
  }, [show, describeProblem]);
}

const Toaster = later(() => import("./toaster.tsx"), "Toaster");

export function ToastProvider({ children }: { children: ReactNode }) {
  const [isNeeded, setNeeded] = useState(false);
  const [waiting, setWaiting] = useState<readonly Toast[]>([]);
  const show = useCallback((toast: Toast) => {
    setNeeded(true);
    setWaiting((before) => [...before, toast]);
  }, []);
  const take = useCallback((count: number) => setWaiting((before) => before.slice(count)), []);
  return (
    <ShowToast value={show}>
      {children}
      {isNeeded && (
        <Suspense>
          <Toaster waiting={waiting} onTaken={take} />
        </Suspense>
      )}
    </ShowToast>
  );
}
