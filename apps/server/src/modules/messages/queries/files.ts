// A file may be read by whoever may read the message that holds it.
import { messages } from "@althing/contract";
import type { ReadTx } from "../../../kernel/tx.ts";
import { roomScope } from "../../rooms/index.ts";
import { selectPlaces } from "../store/attachments.ts";

export async function listReadableFiles(
  tx: ReadTx,
  accountId: string,
  fileIds: readonly string[],
): Promise<readonly string[]> {
  const places = await selectPlaces(tx, fileIds);
  const roomIds = [...new Set(places.map(({ roomId }) => roomId))];
  const answers = await roomScope.resolve(
    tx,
    roomIds.map((id) => ({ accountId, id })),
  );
  const open = new Set(roomIds.filter((_, index) => answers[index]?.permissions.has(messages.MessageRead.name)));
  return places.filter(({ roomId }) => open.has(roomId)).map(({ fileId }) => fileId);
}
