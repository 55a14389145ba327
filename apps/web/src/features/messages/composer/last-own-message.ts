import type { messages } from "@althing/contract";
import type { Replica } from "@althing/sdk";

/** The last message of one's own that is loaded in a room, or with `parentId` in a thread; what can be edited by arrow-up. */
export function lastOwnMessage(
  replica: Replica,
  roomId: string,
  parentId: string | undefined,
): messages.Message | undefined {
  const ids = parentId ? replica.threads[parentId]?.replyIds : replica.timelines[roomId]?.ids;
  const id = ids?.findLast((one) => {
    const message = replica.messages[one];
    return message?.kind === "message" && message.deletedAt === null && message.author.id === replica.accountId;
  });
  return id === undefined ? undefined : replica.messages[id];
}
