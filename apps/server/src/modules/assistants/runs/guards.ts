// What stops a model that goes in circles: money would run out last.
import { isDeepStrictEqual } from "node:util";
import type { StepRow } from "../tables.ts";
import type { CallOutcome } from "../toolboxes.ts";
import { RunFault } from "./faults.ts";

const mostAlike = 3;
const mostFailures = 3;

export function requireProgress(steps: readonly StepRow[], outcomes: readonly CallOutcome[]): void {
  const calls = steps.flatMap((step) => step.calls);
  const last = steps.at(-1)?.calls ?? [];
  const isLooping = last.some(
    (call) =>
      calls.filter((one) => one.name === call.name && isDeepStrictEqual(one.arguments, call.arguments)).length >=
      mostAlike,
  );
  if (isLooping) throw new RunFault("tool_loop");
  const newest = outcomes.slice(-mostFailures);
  if (newest.length === mostFailures && newest.every(({ failed }) => failed)) throw new RunFault("tools_failing");
}
