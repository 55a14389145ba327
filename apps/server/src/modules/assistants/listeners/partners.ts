import type { rooms } from "@althing/contract";
import type { ReadTx } from "../../../kernel/tx.ts";
import { listPeople } from "../../rooms/index.ts";
import type { ChatRow } from "../tables.ts";

/** Whom one speaks with in a room without naming them: the assistant of a conversation, the other one of a direct message. */
export async function listPartners(
  tx: ReadTx,
  found: ReadonlyMap<string, Pick<rooms.Room, "kind">>,
  chats: ReadonlyMap<string, ChatRow>,
): Promise<Map<string, string[]>> {
  const direct = [...found].flatMap(([id, { kind }]) => (kind === "dm" ? [id as rooms.RoomId] : []));
  const pairs = direct.length === 0 ? [] : await listPeople(tx, direct);
  const partners = new Map<string, string[]>([...chats].map(([id, chat]) => [id, [chat.assistant_id]]));
  for (const [id, pair] of Map.groupBy(pairs, (one) => one.room_id as string)) {
    partners.set(
      id,
      pair.map(({ account_id }) => account_id),
    );
  }
  return partners;
}
