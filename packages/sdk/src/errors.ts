import type { ErrorDef, FieldProblem, Problem } from "@althing/contract";

/** The server refused, and said why: a failure that the contract declares, or `internal` with its `requestId`. */
export class AlthingError<Code extends string = string, Data = unknown> extends Error {
  override readonly name = "AlthingError";
  readonly code: Code;
  readonly status: number;
  readonly title: string;
  readonly requestId: string;
  /** The wrong fields of the input, each with an RFC 6901 pointer. */
  readonly fields: readonly FieldProblem[];
  /** Whether the same request may succeed later without a change. */
  readonly retry: boolean;
  readonly data: Data;
  /** How long the server asks us to wait, where it said so. */
  readonly retryAfterMs: number | undefined;

  constructor(problem: Problem, retryAfterMs?: number) {
    super(problem.message);
    this.code = problem.code as Code;
    this.status = problem.status;
    this.title = problem.title;
    this.requestId = problem.requestId;
    this.fields = problem.errors;
    this.retry = problem.retry;
    this.data = problem.data as Data;
    this.retryAfterMs = retryAfterMs ?? readRetryAfter(problem.data);
  }
}

const readRetryAfter = (data: unknown): number | undefined => {
  const seconds = (data as { retryAfterSeconds?: unknown } | null)?.retryAfterSeconds;
  return typeof seconds === "number" ? seconds * 1_000 : undefined;
};

/** No answer of the server arrived: the line is down, it took too long, or something between us answered instead. */
export class NetworkError extends Error {
  override readonly name = "NetworkError";
  /** The HTTP status, where something answered that is not the server. */
  readonly status: number | undefined;
  readonly retryAfterMs: number | undefined;

  constructor(message: string, options: { cause?: unknown; status?: number; retryAfterMs?: number } = {}) {
    super(message, { cause: options.cause });
    this.status = options.status;
    this.retryAfterMs = options.retryAfterMs;
  }
}

/** Whether an error is this failure of the contract; then its `data` is typed. */
export const isProblem = <Code extends string, Data>(
  error: unknown,
  definition: ErrorDef<Code, Data>,
): error is AlthingError<Code, Data> => error instanceof AlthingError && error.code === definition.code;

/** Whether the same request may go through if it is sent again. */
export const mayPassLater = (error: unknown): boolean => {
  if (error instanceof AlthingError) return error.retry || unavailable.has(error.status);
  return error instanceof NetworkError && (error.status === undefined || unavailable.has(error.status));
};
const unavailable = new Set([502, 503, 504]);
