// A conversation put together from what its modules know: the tree, what was said, how answers were made, where it came from.
import { type AccountId, chats, rooms } from "@althing/contract";
import { accessOf, type Call } from "../../../kernel/call.ts";
import { fail } from "../../../kernel/failure.ts";
import type { ReadTx } from "../../../kernel/tx.ts";
import { makingsOf, treeOf } from "../../assistants/index.ts";
import { saidByIds } from "../../messages/index.ts";
import { findRooms, roomFacts } from "../../rooms/index.ts";
import { findImport, listOrigins } from "../store/origins.ts";
import { toTurns } from "../transfer/tree.ts";

const limit = chats.conversationLimits.turnsCount;

export function requireChat(call: Call): void {
  if (roomFacts(accessOf(call)).kind !== "assistant") fail(rooms.RoomKindWrong);
}

/** As someone sees it, whose place in it is the end of the branch; or the message that is named. */
export async function getConversation(
  tx: ReadTx,
  { roomId, accountId, endId }: { roomId: rooms.RoomId; accountId: AccountId; endId: string | undefined },
): Promise<chats.Conversation> {
  const { turns, place } = await treeOf(tx, roomId, accountId);
  if (turns.length > limit) fail(chats.ConversationTooLarge, { limit });
  const ids = turns.map(({ message_id }) => message_id);
  const said = new Map((await saidByIds(tx, ids)).map((one) => [one.id, one]));
  const makings = await makingsOf(tx, roomId, ids);
  const origins = new Map((await listOrigins(tx, roomId)).map((one) => [one.message_id, one]));
  const imported = await findImport(tx, roomId);
  const room = (await findRooms(tx, [roomId])).get(roomId);
  const createdAt = imported?.created_at ?? room?.createdAt ?? tx.now;
  const nodes = turns.map(({ message_id, parent_id }) => {
    const one = said.get(message_id);
    const origin = origins.get(message_id);
    const making = makings.get(message_id);
    const kind = one?.author?.kind === "assistant" ? ("assistant" as const) : ("person" as const);
    return {
      id: message_id,
      parentId: parent_id,
      author: origin?.author ?? { kind, name: one?.author?.name ?? "Former member" },
      at: one ? one.at.getTime() : null,
      body: one?.body ?? null,
      model: origin?.model ?? making?.model ?? null,
      sources: origin?.sources ?? (making?.sources ?? []).filter(({ cited }) => cited).map(viewSource),
    };
  });
  return {
    format: "althing.conversation",
    version: 1,
    exportedAt: tx.now.toISOString(),
    title: imported?.title ?? room?.name ?? "Conversation",
    createdAt: createdAt.toISOString(),
    turns: toTurns(nodes, createdAt.getTime()),
    place: endId ?? place,
  };
}

const viewSource = ({ handle, title, quote, url }: chats.ConversationTurn["sources"][number]) => ({
  handle,
  title,
  quote,
  url,
});
