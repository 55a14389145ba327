export { type Consumer, Consumers } from "./consumers/index.ts";
export { type CommittedEvent, framesOf, withText } from "./event-text.ts";
export { Hub } from "./hub.ts";
export { advanceHeads, appendEvents, headOf, readAfter, readHeads } from "./log.ts";
export { feedMigrations } from "./migrations.ts";
export { makePartitions, trimPartitions } from "./partitions.ts";
export { Sweep } from "./sweep.ts";
export { WakeUps } from "./wake-ups.ts";
