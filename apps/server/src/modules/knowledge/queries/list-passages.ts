import { type knowledge, rooms } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import type { ReadAction } from "../../../kernel/binding.ts";
import { accessOf } from "../../../kernel/call.ts";
import { fail } from "../../../kernel/failure.ts";
import { listCommonRooms } from "../../rooms/index.ts";
import { memberPermissions } from "../../workspaces/index.ts";
import { findPassages } from "./find-passages.ts";

/** What the caller alone may read. */
export const listPassages: ReadAction<typeof knowledge.findPassages> = async (tx, call) => {
  const { account } = requireAccount(call.actor);
  const { workspaceId, question, roomId, limit } = call.input;
  const readable = await listCommonRooms(tx, { workspaceId, readerIds: [account.id] });
  if (roomId !== undefined && !readable.includes(roomId)) fail(rooms.RoomNotFound);
  const passages = await findPassages(tx, { workspaceId, roomIds: roomId ? [roomId] : readable, question, limit });
  const [standing] = await memberPermissions(tx, [{ accountId: account.id, workspaceId: accessOf(call).workspaceId }]);
  const { publicUrl } = tx.knowledge;
  return passages.map((passage) => ({
    ...passage,
    at: passage.at.toISOString(),
    url: `${publicUrl}/w/${standing?.slug ?? ""}/r/${passage.roomId}?at=${passage.messageId}`,
  }));
};
