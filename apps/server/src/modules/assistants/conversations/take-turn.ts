// What a message does to the conversation with an assistant in which it is said.
import type { messages } from "@althing/contract";
import type { WriteTx } from "../../../kernel/tx.ts";
import { plainText } from "../../messages/index.ts";
import { retitleRoom } from "../../rooms/index.ts";
import { listTurnsOf, setTitled } from "../store/conversations.ts";
import type { ChatRow } from "../tables.ts";
import { addTurn, placeOf } from "./turns.ts";

const titleLength = 60;

/** It goes on from where its author is, unless they said from where. The first question names the conversation. */
export async function takeTurn(
  tx: WriteTx,
  chat: ChatRow,
  { message, seq }: { message: messages.Message; seq: number },
): Promise<void> {
  if (message.parentId !== null) return;
  const { id, roomId, author } = message;
  if ((await listTurnsOf(tx, [id])).length === 0) {
    const parentId = await placeOf(tx, roomId, author.id);
    await addTurn(tx, { messageId: id, roomId, parentId, runId: null, askerId: author.id, posted: seq });
  }
  if (chat.is_titled) return;
  chat.is_titled = true;
  await setTitled(tx, roomId);
  await retitleRoom(tx, roomId, titleFrom(message));
}

function titleFrom({ body, attachments }: Pick<messages.Message, "body" | "attachments">): string {
  const characters = [...(plainText(body) || (attachments[0]?.name ?? ""))];
  if (characters.length === 0) return "Conversation";
  return characters.length <= titleLength
    ? characters.join("")
    : `${characters
        .slice(0, titleLength - 1)
        .join("")
        .trimEnd()}…`;
}
