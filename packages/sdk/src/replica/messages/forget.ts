import { drop, type Records } from "../records.ts";
import type { Replica } from "../state.ts";

/** Lets go of all that is known of a room's messages. */
export function withoutMessagesOf(replica: Replica, roomId: string): Replica {
  const keysIn = (records: Records<{ readonly roomId: string }>) =>
    Object.keys(records).filter((key) => records[key]?.roomId === roomId);
  return {
    ...replica,
    messages: drop(replica.messages, ...keysIn(replica.messages)),
    threads: drop(replica.threads, ...keysIn(replica.threads)),
    standings: drop(replica.standings, ...keysIn(replica.standings)),
    timelines: drop(replica.timelines, roomId),
    pins: drop(replica.pins, roomId),
    reading: drop(replica.reading, roomId),
    receipts: drop(replica.receipts, roomId),
    typing: drop(replica.typing, roomId),
  };
}
