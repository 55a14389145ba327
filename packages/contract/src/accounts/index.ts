export * from "./account.ts";
export * from "./auth.ts";
export * from "./events.ts";
export * from "./people.ts";
