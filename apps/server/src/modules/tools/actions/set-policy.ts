import { feedOf, rooms, tools, type workspaces } from "@althing/contract";
import type { WriteAction } from "../../../kernel/binding.ts";
import { fail } from "../../../kernel/failure.ts";
import type { WriteTx } from "../../../kernel/tx.ts";
import { requireRoom } from "../../rooms/index.ts";
import { listSaid } from "../queries/policies.ts";
import { deletePolicy, listPolicyRows, lockPolicies, putPolicy } from "../store/policies.ts";
import { viewPolicy } from "../views.ts";

const limit = tools.policyLimits.perWorkspace;

export const setToolPolicy: WriteAction<typeof tools.setToolPolicy> = async (tx, { actor, input }) => {
  const { workspaceId, roomId, assistantId, pattern, decision } = input;
  if (roomId) await requireRoomOf(tx, actor, workspaceId, roomId);
  await lockPolicies(tx, workspaceId);
  const id = tx.newId() as tools.ToolPolicyId;
  const policy = { id, workspace_id: workspaceId, room_id: roomId, assistant_id: assistantId, pattern, decision };
  const row = await putPolicy(tx, policy);
  if ((await listPolicyRows(tx, workspaceId)).length > limit) fail(tools.ToolPolicyLimitReached, { limit });
  await announce(tx, workspaceId, roomId);
  return viewPolicy(row);
};

export const removeToolPolicy: WriteAction<typeof tools.removeToolPolicy> = async (tx, { input }) => {
  await lockPolicies(tx, input.workspaceId);
  const row = (await deletePolicy(tx, input.workspaceId, input.policyId)) ?? fail(tools.ToolPolicyNotFound);
  await announce(tx, input.workspaceId, row.room_id);
  return null;
};

/** Admins have no say in private rooms that they are not in: for them there are none. */
async function requireRoomOf(
  tx: WriteTx,
  actor: Parameters<typeof requireRoom>[1],
  workspaceId: workspaces.WorkspaceId,
  roomId: rooms.RoomId,
): Promise<void> {
  const access = await requireRoom(tx, actor, roomId, rooms.RoomView);
  if (access.workspaceId !== workspaceId) fail(rooms.RoomNotFound);
}

async function announce(tx: WriteTx, workspaceId: workspaces.WorkspaceId, roomId: rooms.RoomId | null): Promise<void> {
  const policies = (await listSaid(tx, workspaceId, roomId)).map(viewPolicy);
  tx.emit(tools.ToolPoliciesChanged, roomId ? feedOf.room(roomId) : feedOf.workspace(workspaceId), { policies });
}
