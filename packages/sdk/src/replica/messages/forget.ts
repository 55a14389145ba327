import { withoutRunsOf, withoutTurnsOf } from "../assistants/index.ts";
import { drop, type Records } from "../records.ts";
import type { Replica } from "../state.ts";
import { withoutToolCallsOf } from "../tools.ts";

const keysIn = (records: Records<{ readonly roomId: string }>, roomId: string) =>
  Object.keys(records).filter((key) => records[key]?.roomId === roomId);

/** Lets go of the loaded parts of a room: they are fetched again when they are looked at. */
export const withoutWindows = (replica: Replica, roomId: string): Replica => ({
  ...withoutTurnsOf(withoutRunsOf(replica, roomId), roomId),
  messages: drop(replica.messages, ...keysIn(replica.messages, roomId)),
  threads: drop(replica.threads, ...keysIn(replica.threads, roomId)),
  timelines: drop(replica.timelines, roomId),
  pins: drop(replica.pins, roomId),
  receipts: drop(replica.receipts, roomId),
});

/** Lets go of all that is known of a room's messages. */
export const withoutMessagesOf = (replica: Replica, roomId: string): Replica => ({
  ...withoutToolCallsOf(withoutWindows(replica, roomId), roomId),
  standings: drop(replica.standings, ...keysIn(replica.standings, roomId)),
  reading: drop(replica.reading, roomId),
  typing: drop(replica.typing, roomId),
});
