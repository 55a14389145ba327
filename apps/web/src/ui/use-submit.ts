import { type FormEvent, useCallback, useLayoutEffect, useRef, useState } from "react";
import { listFieldErrors, type ProblemText, useDescribeProblem, watchLookups } from "./problem.ts";

type Outcome = { problem?: ProblemText; fieldErrors: Record<string, string>; failure?: Failure };
type Failure = { error: unknown; listUntold: () => string[] };

const fine: Outcome = { fieldErrors: {} };

/**
 * Runs a form's action, once at a time, and keeps what went wrong until the next try.
 * `problem` is left out where each complaint stands at its field, and names those for which the form has none.
 */
export function useSubmit(action: () => Promise<unknown>) {
  const describeProblem = useDescribeProblem();
  const [isPending, setPending] = useState(false);
  const [{ problem, fieldErrors, failure }, setOutcome] = useState(fine);
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
      const complaints = listFieldErrors(error);
      if (Object.keys(complaints).length === 0) setOutcome({ fieldErrors: {}, problem: describeProblem(error) });
      else {
        const { fieldErrors, listUntold } = watchLookups(complaints);
        setOutcome({ fieldErrors, failure: { error, listUntold } });
      }
    } finally {
      isRunning.current = false;
      setPending(false);
    }
  };
  // What a form has a field for, it has looked up once it is rendered.
  useLayoutEffect(() => {
    const details = failure?.listUntold() ?? [];
    if (details.length > 0) setOutcome({ fieldErrors, problem: { ...describeProblem(failure?.error), details } });
  }, [failure, fieldErrors, describeProblem]);

  const reset = useCallback(() => setOutcome(fine), []);
  return { submit, pending: isPending, reset, problem, fieldErrors };
}
