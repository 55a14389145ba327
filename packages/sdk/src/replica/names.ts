// What someone is called, wherever it stands: beside messages, among a room's people, in receipts.
import type { accounts } from "@althing/contract";
import { change, type Records } from "./records.ts";
import type { Replica } from "./state.ts";

const mapValues = <T>(records: Records<T>, alter: (value: T) => T): Records<T> =>
  Object.fromEntries(Object.entries(records).map(([key, value]) => [key, alter(value)]));

export function withNames(replica: Replica, { id, handle, name }: accounts.AccountRef): Replica {
  const renamed = <Ref extends accounts.AccountRef>(ref: Ref): Ref => (ref.id === id ? { ...ref, handle, name } : ref);
  const isTheirs = (one: accounts.AccountRef) => one.id === id;
  return {
    ...replica,
    rooms: mapValues(replica.rooms, (room) =>
      room.people.some(isTheirs) ? { ...room, people: room.people.map(renamed) } : room,
    ),
    roomMembers: mapValues(replica.roomMembers, (members) => change(members, id, renamed)),
    messages: mapValues(replica.messages, (message) =>
      isTheirs(message.author) ? { ...message, author: renamed(message.author) } : message,
    ),
    receipts: mapValues(replica.receipts, (receipts) =>
      change(receipts, id, (receipt) => ({ ...receipt, account: renamed(receipt.account) })),
    ),
  };
}
