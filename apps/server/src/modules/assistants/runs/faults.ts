// Why a run ends before its answer, and how people are told.
import { assistants } from "@althing/contract";
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

export type ToldFailure = NonNullable<assistants.Run["failure"]>;

/** What people read of it; undefined for a bug, which is for the log. */
export function tellFailure(error: unknown): ToldFailure | undefined {
  if (error instanceof RunFault) return { code: error.code, message: error.message };
  if (error instanceof ModelFault) return { code: `model_${error.kind}`, message: sentenceOf(error) };
  if (error instanceof Failure) return { code: error.def.code, message: `${error.def.title}. ${error.def.message}` };
  return undefined;
}

export const internalFailure: ToldFailure = { code: "internal", message: runFailures.internal };

function sentenceOf({ message, retryAfterMs }: ModelFault): string {
  if (retryAfterMs === undefined) return message;
  const seconds = Math.ceil(retryAfterMs / 1_000);
  return `${message} It asks to wait ${seconds < 120 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`}.`;
}
