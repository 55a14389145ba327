export * from "./events.ts";
export * from "./message.ts";
export * from "./posting.ts";
export * from "./reactions.ts";
export * from "./reading.ts";
export * from "./threads.ts";
