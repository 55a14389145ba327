import { connections, feedOf } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import type { OutsideAction } from "../../../kernel/binding.ts";
import { fail } from "../../../kernel/failure.ts";
import { revoke } from "../oauth/revoke.ts";
import { deleteConnection } from "../store/connections.ts";

export const removeConnection: OutsideAction<typeof connections.removeConnection> = async (platform, call) => {
  const { account } = requireAccount(call.actor);
  const { workspaceId, connectionId } = call.input;
  const row = await platform.write(call.actor, async (tx) => {
    const deleted = await deleteConnection(tx, { id: connectionId, accountId: account.id });
    if (deleted?.workspace_id !== workspaceId) return fail(connections.ConnectionNotFound);
    tx.emit(connections.ConnectionRemoved, feedOf.account(account.id), { workspaceId, connectionId });
    return deleted;
  });
  // Here it is gone in any case; what the service says to it changes nothing.
  await revoke(platform, row).catch(() => undefined);
  return null;
};
