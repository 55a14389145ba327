// Why a run ends before its answer, and how people are told.
import { assistants, type ToldFailure } from "@althing/contract";
import { Failure } from "../../../kernel/failure.ts";
import { ModelFault } from "../../../platform/models/index.ts";

const { runFailures } = assistants;
export type RunFaultCode = keyof typeof runFailures;

/** Ends a run with a sentence that stands in the contract. */
export class RunFault extends Error {
  constructor(readonly code: RunFaultCode) {
    super(runFailures[code]);
  }
}

/** The run is held by another worker, or is gone: nothing more may be written to it. */
export class LeaseLost extends Error {}

/** What people read of it; undefined for a bug, which is for the log. */
export function tellFailure(error: unknown): ToldFailure | undefined {
  if (error instanceof RunFault) return { code: error.code, message: error.message };
  if (error instanceof ModelFault) return tellFault(error);
  if (error instanceof Failure) return { code: error.def.code, message: `${error.def.title}. ${error.def.message}` };
  return undefined;
}

export const internalFailure: ToldFailure = { code: "internal", message: runFailures.internal };

/** The code of what a model did. */
export const codeOf = (kind: ModelFault["kind"]): string => `model_${kind}`;

function tellFault({ kind, message, retryAfterMs, quote }: ModelFault): ToldFailure {
  const told = { code: codeOf(kind), message, ...(quote !== undefined && { quote }) };
  if (retryAfterMs === undefined) return told;
  const waitSeconds = Math.ceil(retryAfterMs / 1_000);
  const wait = waitSeconds < 120 ? `${waitSeconds} seconds` : `${Math.ceil(waitSeconds / 60)} minutes`;
  return { ...told, message: `${message} It asks to wait ${wait}.`, waitSeconds };
}
