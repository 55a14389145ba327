export * from "./connection.ts";
export * from "./events.ts";
