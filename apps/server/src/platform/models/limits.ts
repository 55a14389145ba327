import type { ModelLimits } from "./model.ts";

export const defaultLimits: ModelLimits = {
  firstTokenMs: 30_000,
  tokenMs: 30_000,
  totalMs: 600_000,
  answerLength: 1024 ** 2,
  retries: 2,
  retryWaitMs: 10_000,
};

/** While others can be asked instead, the same is not waited for long. */
export const hastyLimits = { retries: 1, retryWaitMs: 1_000 } satisfies Partial<ModelLimits>;

/** For a recording as a whole, with what is tried again. */
export const transcriptionMs = 120_000;

/** On the wire a token takes far more room than in the answer. */
export const wireBytes = 64 * 1024 ** 2;
/** One event, or a whole answer that is none of a stream. */
export const eventBytes = 4 * 1024 ** 2;
