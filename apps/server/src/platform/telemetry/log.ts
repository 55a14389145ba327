/** JSON lines on standard output, with the ids of the work in hand and without secrets. */
import { type DestinationStream, type Logger, pino, stdSerializers, stdTimeFunctions } from "pino";
import { logContext } from "./log-context.ts";
import { redact, redactFields } from "./redact.ts";

export type LogLevel = "trace" | "debug" | "info" | "warn" | "error" | "fatal" | "silent";

/** `log.info({ roomId }, "a room was made")`; an error goes under `err`. */
export type Log = Pick<Logger, "trace" | "debug" | "info" | "warn" | "error" | "fatal"> & {
  level: string;
  child(fields: Readonly<Record<string, unknown>>): Log;
};

export type LogOptions = { readonly level: LogLevel; readonly destination?: DestinationStream };

export function createLog({ level, destination = pino.destination(1) }: LogOptions): Log {
  const logger = pino(
    {
      level,
      base: {},
      timestamp: stdTimeFunctions.isoTime,
      mixin: () => ({ ...logContext() }),
      formatters: {
        level: (label) => ({ level: label }),
        log: redactFields,
      },
      serializers: { err: serializeError, error: serializeError },
    },
    destination,
  );
  // pino formats the fields of a line, not those of a child.
  const { child } = logger;
  const redactedChild = function (this: Logger, fields: object) {
    return child.call(this, redactFields(fields));
  };
  return Object.assign(logger, { child: redactedChild });
}

/** A driver's error may carry the row, the query or the request that failed. */
function serializeError(error: unknown): unknown {
  return redact(error instanceof Error ? { ...stdSerializers.err(error), raw: undefined } : error);
}
