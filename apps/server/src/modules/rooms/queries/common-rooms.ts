// What several people may read together: the audience of an answer that all of them see.
import { createHash } from "node:crypto";
import { type AccountId, messages, rooms, type workspaces } from "@althing/contract";
import { defineMemo } from "../../../kernel/memo.ts";
import type { ReadTx } from "../../../kernel/tx.ts";
import { memberPermissions } from "../../workspaces/index.ts";
import { listReadableByAll } from "../store/common.ts";

/** Forgotten by whatever changes who may see what; see listeners/forget-access.ts. */
export const commonRoomsMemo = defineMemo<readonly rooms.RoomId[]>("rooms.common", { ttlSeconds: 30, max: 500 });

/** The rooms of a workspace that each of the readers may read, archived ones too, unlisted ones not; none where one of them is no member. */
export async function listCommonRooms(
  tx: ReadTx,
  asked: { workspaceId: workspaces.WorkspaceId; readerIds: readonly AccountId[] },
): Promise<rooms.RoomId[]> {
  const { workspaceId } = asked;
  const readerIds = [...new Set(asked.readerIds)].sort();
  if (readerIds.length === 0) return [];
  const key = `${workspaceId} ${createHash("sha256").update(readerIds.join()).digest("base64")}`;
  const found = await tx.memo(commonRoomsMemo, [key], async () => {
    const standings = await memberPermissions(
      tx,
      readerIds.map((accountId) => ({ accountId, workspaceId })),
    );
    const readers = standings.flatMap((standing) =>
      standing
        ? {
            id: standing.accountId,
            sees: standing.permissions.has(rooms.RoomView.name),
            reads: standing.permissions.has(messages.MessageRead.name),
            isGuest: standing.isGuest,
          }
        : [],
    );
    const common = readers.length < readerIds.length ? [] : await listReadableByAll(tx, workspaceId, readers);
    return new Map([[key, common]]);
  });
  return [...(found.get(key) ?? [])];
}
