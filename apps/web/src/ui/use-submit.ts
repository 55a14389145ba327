import { type FormEvent, useCallback, useRef, useState } from "react";
import { listFieldErrors, type ProblemText, useDescribeProblem } from "./problem.ts";

type Outcome = { problem?: ProblemText; fieldErrors: Record<string, string> };

const fine: Outcome = { fieldErrors: {} };

/**
 * Runs a form's action, once at a time, and keeps what went wrong until the next try.
 * `problem` is left out where each complaint stands at its field.
 */
export function useSubmit(action: () => Promise<unknown>) {
  const describeProblem = useDescribeProblem();
  const [isPending, setPending] = useState(false);
  const [outcome, setOutcome] = useState(fine);
  const isRunning = useRef(false);

  const submit = async (event?: FormEvent) => {
    event?.preventDefault();
    if (isRunning.current) return;
    isRunning.current = true;
    setPending(true);
    setOutcome(fine);
    try {
      await action();
    } catch (error) {
      const fieldErrors = listFieldErrors(error);
      const isTold = Object.keys(fieldErrors).length > 0;
      setOutcome({ fieldErrors, problem: isTold ? undefined : describeProblem(error) });
    } finally {
      isRunning.current = false;
      setPending(false);
    }
  };

  const reset = useCallback(() => setOutcome(fine), []);
  return { submit, pending: isPending, reset, ...outcome };
}
