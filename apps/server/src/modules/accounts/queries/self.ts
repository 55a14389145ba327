import { type accounts, errors, type FeedName, feedOf } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import type { ReadAction } from "../../../kernel/binding.ts";
import { fail } from "../../../kernel/failure.ts";
import type { Emitted, ReadTx } from "../../../kernel/tx.ts";
import { arrivals } from "../arrivals.ts";
import { findAccount } from "../store/accounts.ts";
import type { AccountRow } from "../tables.ts";
import { viewSelf } from "../views.ts";

export const getMe: ReadAction<typeof accounts.getMe> = async (tx, { actor }) => {
  const row = (await findAccount(tx, requireAccount(actor).account.id)) ?? fail(errors.Unauthenticated);
  return (await loadMe(tx, row))();
};

/** Oneself with one's workspaces, and the heads as they are once the events given have their numbers. */
export async function loadMe(
  tx: ReadTx,
  row: AccountRow,
  emitted: ReadonlyMap<FeedName, Emitted> = new Map(),
): Promise<() => accounts.Me> {
  const feed = feedOf.account(row.id);
  const heads = await tx.heads([feed]);
  const workspaces = await arrivals.current.workspacesOf(tx, row.id);
  return () => ({
    ...viewSelf(row, tx.now),
    head: emitted.get(feed)?.position.seq ?? heads.get(feed)?.head ?? 0,
    workspaces: workspaces.map((workspace) => ({
      ...workspace,
      head: emitted.get(feedOf.workspace(workspace.id))?.position.seq ?? workspace.head,
    })),
  });
}
