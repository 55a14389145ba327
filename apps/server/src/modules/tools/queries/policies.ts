import { rooms, type tools, type workspaces } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import type { ReadAction } from "../../../kernel/binding.ts";
import type { ReadTx } from "../../../kernel/tx.ts";
import { roomScope } from "../../rooms/index.ts";
import { listPolicyRows } from "../store/policies.ts";
import type { PolicyRow } from "../tables.ts";
import { viewPolicy } from "../views.ts";

/** What is said for a room is known to who may see the room. */
export const listToolPolicies: ReadAction<typeof tools.listToolPolicies> = async (tx, { actor, input }) => {
  const accountId = requireAccount(actor).account.id;
  const all = await listPolicyRows(tx, input.workspaceId);
  const roomIds = [...new Set(all.flatMap(({ room_id }) => room_id ?? []))];
  const seen = await roomScope.resolve(
    tx,
    roomIds.map((id) => ({ id, accountId })),
  );
  const visible = new Set(roomIds.filter((_, index) => seen[index]?.permissions.has(rooms.RoomView.name)));
  return all.filter(({ room_id }) => room_id === null || visible.has(room_id)).map(viewPolicy);
};

/** What is said for a room; or, without one, for the workspace and its assistants. */
export const listSaid = async (
  tx: ReadTx,
  workspaceId: workspaces.WorkspaceId,
  roomId: rooms.RoomId | null,
): Promise<PolicyRow[]> => (await listPolicyRows(tx, workspaceId)).filter(({ room_id }) => room_id === roomId);
