// A workspace is a tenant: nothing of one is of any use in another.
export * from "./emoji.ts";
export * from "./events.ts";
export * from "./invitations.ts";
export * from "./roles.ts";
export * from "./workspace.ts";
