// What must not compile: the compiler reports an expected error that is no error any more.
import { type AccountId, feedOf, messages, rooms } from "@althing/contract";
import { outside, type ReadAction, read, type WriteAction, write } from "../src/kernel/binding.ts";
import { fail } from "../src/kernel/failure.ts";
import type { ReadTx } from "../src/kernel/tx.ts";

export function aQueryNeitherWritesNorEmits(tx: ReadTx, room: rooms.Room) {
  // @ts-expect-error
  tx.writer();
  // @ts-expect-error
  tx.emit(rooms.RoomUpdated, feedOf.room(room.id), { room });
}

export function aVerbIsBoundToWhatItNeeds(
  query: ReadAction<typeof rooms.getRoom>,
  verb: WriteAction<typeof rooms.archiveRoom>,
) {
  write(rooms.archiveRoom, verb);
  // @ts-expect-error A verb that writes is no query.
  read(rooms.archiveRoom, verb);
  // @ts-expect-error A verb is not bound to another route.
  write(rooms.leaveRoom, query);
  // @ts-expect-error Work outside is not given a transaction.
  outside(rooms.archiveRoom, verb);
}

export function idsOfDifferentThingsDoNotMix(account: AccountId, text: string): rooms.RoomId[] {
  // @ts-expect-error
  const another: rooms.RoomId = account;
  // @ts-expect-error
  const unchecked: rooms.RoomId = text;
  return [another, unchecked];
}

export function aFailureCarriesWhatItDeclares() {
  fail(messages.MessageTooLong, { limit: 4_000 });
  // @ts-expect-error
  fail(messages.MessageTooLong, { longest: 4_000 });
  // @ts-expect-error
  fail(messages.MessageTooLong);
}
