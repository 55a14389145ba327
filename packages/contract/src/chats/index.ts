// What is done with conversations with assistants: prompts to begin them, links, files out and in, and how long they are kept.
export * from "./blanks.ts";
export * from "./conversation.ts";
export * from "./events.ts";
export * from "./prompt.ts";
export * from "./retention.ts";
export * from "./share.ts";
