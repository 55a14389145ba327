import { type FeedName, feedOf, workspaces } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import type { ReadAction } from "../../../kernel/binding.ts";
import { accessOf } from "../../../kernel/call.ts";
import { fail } from "../../../kernel/failure.ts";
import type { Emitted, ReadTx } from "../../../kernel/tx.ts";
import { listMembershipsOf } from "../store/members.ts";
import { listSeenBy } from "../store/workspaces.ts";
import { viewWorkspace } from "../views.ts";

export const listWorkspaces: ReadAction<typeof workspaces.listWorkspaces> = (tx, { actor }) =>
  loadWorkspaces(tx, requireAccount(actor).account.id);

export const getWorkspace: ReadAction<typeof workspaces.getWorkspace> = async (tx, call) =>
  (await loadWorkspace(tx, requireAccount(call.actor).account.id, accessOf(call).workspaceId))();

export async function loadWorkspaces(tx: ReadTx, accountId: string): Promise<workspaces.Workspace[]> {
  const rows = await listSeenBy(tx, accountId);
  const heads = await tx.heads(rows.map((row) => feedOf.workspace(row.id)));
  return rows.map((row) => viewWorkspace(row, heads.get(feedOf.workspace(row.id))?.head ?? 0));
}

/** A workspace as the account sees it, with the head as it is once what was emitted has its number. */
export async function loadWorkspace(
  tx: ReadTx,
  accountId: string,
  workspaceId: string,
  emitted?: Emitted,
): Promise<() => workspaces.Workspace> {
  const row = (await listSeenBy(tx, accountId, workspaceId))[0] ?? fail(workspaces.WorkspaceNotFound);
  const feed = feedOf.workspace(row.id);
  const heads = emitted ? undefined : await tx.heads([feed]);
  return () => viewWorkspace(row, emitted?.position.seq ?? heads?.get(feed)?.head ?? 0);
}

/** For each account the feeds of its workspaces. */
export async function feedsOf(tx: ReadTx, accountIds: readonly string[]): Promise<Map<string, FeedName[]>> {
  const rows = Map.groupBy(await listMembershipsOf(tx, accountIds), (row) => row.account_id as string);
  return new Map([...rows].map(([id, mine]) => [id, mine.map((row) => feedOf.workspace(row.workspace_id))]));
}
