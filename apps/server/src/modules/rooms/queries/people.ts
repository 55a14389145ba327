import type { AccountId, accounts, rooms } from "@althing/contract";
import type { ReadTx } from "../../../kernel/tx.ts";
import { listAccountRefs } from "../../accounts/index.ts";
import { isPersonal } from "../policy.ts";
import { listPeople } from "../store/members.ts";
import type { RoomRow } from "../tables.ts";

/** Everyone in each direct message and group among the rooms, by room. */
export async function loadPeople(
  tx: ReadTx,
  of: readonly Pick<RoomRow, "id" | "kind">[],
): Promise<Map<rooms.RoomId, accounts.AccountRef[]>> {
  const personal = of.filter(isPersonal).map((room) => room.id);
  if (personal.length === 0) return new Map();
  const rows = await listPeople(tx, personal);
  const refs = await listAccountRefs(tx, distinct(rows.map((row) => row.account_id)));
  const people = new Map<rooms.RoomId, accounts.AccountRef[]>();
  for (const [roomId, members] of Map.groupBy(rows, (row) => row.room_id)) {
    people.set(
      roomId,
      members.flatMap(({ account_id }) => refs.get(account_id) ?? []),
    );
  }
  return people;
}

export const distinct = (ids: readonly AccountId[]): AccountId[] => [...new Set(ids)];
