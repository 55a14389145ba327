// Assistants: accounts that think. A run is one turn of one of them; it is a fact like any other, and outlives whoever watches.
export * from "./asking.ts";
export * from "./assistant.ts";
export * from "./events.ts";
export * from "./run.ts";
export * from "./voices.ts";
