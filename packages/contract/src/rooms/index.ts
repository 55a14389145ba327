export * from "./categories.ts";
export * from "./events.ts";
export * from "./members.ts";
export * from "./room.ts";
export * from "./routes.ts";
export * from "./templates.ts";
