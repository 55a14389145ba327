import { type AccountId, rooms } from "@althing/contract";
import type { ReadTx, WriteTx } from "../../../kernel/tx.ts";
import { bringIn, membersAmong, roomScope } from "../../rooms/index.ts";
import { findChat } from "../store/conversations.ts";
import type { AssistantRow } from "../tables.ts";

/**
 * Whoever speaks in a room is in it: an assistant that is asked there comes in, brought by who asks. False where they may
 * bring in nobody, or the room has no place: then it answers them alone.
 */
export async function comeIn(
  tx: WriteTx,
  assistant: AssistantRow,
  { roomId, askerId }: { roomId: rooms.RoomId; askerId: AccountId },
): Promise<boolean> {
  const accountId = assistant.account_id;
  if ((await membersAmong(tx, roomId, [accountId])).size > 0) return true;
  if ((await findChat(tx, roomId))?.assistant_id === accountId) return true;
  return (await mayBringIn(tx, roomId, askerId)) && (await bringIn(tx, { roomId, accountId, addedBy: askerId }));
}

async function mayBringIn(tx: ReadTx, roomId: string, accountId: string): Promise<boolean> {
  const [access] = await roomScope.resolve(tx, [{ accountId, id: roomId }]);
  return access?.permissions.has(rooms.RoomInvite.name) ?? false;
}
