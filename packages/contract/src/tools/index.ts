// Tools: what assistants and people can have done, by Althing and by others; who allowed it, and what came of it.
export * from "./call.ts";
export * from "./connection.ts";
export * from "./definition.ts";
export * from "./events.ts";
export * from "./metrics.ts";
export * from "./policy.ts";
export * from "./price.ts";
export * from "./source.ts";
export * from "./web-search.ts";
