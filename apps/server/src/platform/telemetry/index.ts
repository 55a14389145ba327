export { createLog, type Log, type LogLevel, type LogOptions } from "./log.ts";
export { type LogIds, logContext, withLogContext } from "./log-context.ts";
export * from "./metrics/index.ts";
