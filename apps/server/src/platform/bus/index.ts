export { type Bus, probeBus } from "./bus.ts";
export { createMemoryBus } from "./memory-bus.ts";
