// Connections end with the source that they are for, and with the membership of whose they are.
import { connections, feedOf, tools } from "@althing/contract";
import { isEvent, type LogListener } from "../../kernel/module.ts";
import type { WriteTx } from "../../kernel/tx.ts";
import { deleteConnectionsAt, deleteConnectionsOf } from "./store/connections.ts";
import type { ConnectionRow } from "./tables.ts";

export const endWithSources: LogListener = {
  name: "connections.end_with_sources",
  events: [tools.ToolSourceRemoved],
  async hear(tx, events) {
    const gone = events.flatMap((event) => (isEvent(event, tools.ToolSourceRemoved) ? [event.data.sourceId] : []));
    if (gone.length > 0) announce(tx, await deleteConnectionsAt(tx, gone));
  },
};

export async function endWithMembership(
  tx: WriteTx,
  { accountId, workspaceId }: Pick<connections.Connection, "accountId" | "workspaceId">,
): Promise<void> {
  announce(tx, await deleteConnectionsOf(tx, accountId, workspaceId));
}

function announce(tx: WriteTx, rows: readonly ConnectionRow[]): void {
  for (const { id, workspace_id, account_id } of rows) {
    const removed = { workspaceId: workspace_id, connectionId: id };
    tx.emit(connections.ConnectionRemoved, feedOf.account(account_id), removed);
  }
}
