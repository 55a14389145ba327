export { type Consumer, Consumers } from "./consumers.ts";
export { type CommittedEvent, eventsFrame, type StoredEvent, withText } from "./event-text.ts";
export { type Followed, type Follower, Hub } from "./hub.ts";
export { advanceHeads, appendEvents, type Head, type HeadRequest, readAfter, readHeads } from "./log.ts";
export { feedMigrations } from "./migrations.ts";
export { makePartitions, trimPartitions } from "./partitions.ts";
export { Sweep } from "./sweep.ts";
