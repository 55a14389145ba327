import type { ReadTx } from "../../../kernel/tx.ts";
import { listRoomRows } from "../store/rooms.ts";

/** What a room says of itself. */
export type RoomTexts = { readonly topic: string; readonly description: string; readonly guidelines: string };

export async function findRoomTexts(tx: ReadTx, roomId: string): Promise<RoomTexts | undefined> {
  const [row] = await listRoomRows(tx, [roomId]);
  return row && { topic: row.topic, description: row.description, guidelines: row.guidelines };
}
