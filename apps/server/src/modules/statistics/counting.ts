import type { WriteTx } from "../../kernel/tx.ts";
import { countRoom } from "../messages/index.ts";
import { holdRoom, replaceCount } from "./store/rollups.ts";

/** Counts a room anew from its messages; gives the number of its feed up to which they were counted. */
export async function recountRoom(tx: WriteTx, roomId: string, workspaceId: string): Promise<number> {
  // The count must see what was committed before the room was held, so it is a statement of its own after it.
  await holdRoom(tx, roomId, workspaceId);
  const count = await countRoom(tx, roomId);
  await replaceCount(tx, roomId, count);
  return count.asOfSeq;
}
