// Accounts know of no workspace. Whoever keeps workspaces registers here what a new account enters and where one is seen.
import type { accounts, FeedName } from "@althing/contract";
import type { ReadTx, WriteTx } from "../../kernel/tx.ts";

export type Wishes = { readonly workspaceName: string | undefined; readonly invitation: string | undefined };

export type Arrivals = {
  /** Does what a new account came for, and gives the id of the workspace to show it first. */
  settle(tx: WriteTx, account: accounts.AccountRef, wishes: Wishes): Promise<string | null>;
  workspacesOf(tx: ReadTx, accountId: string): Promise<accounts.WorkspaceSummary[]>;
  shareWorkspace(tx: ReadTx, one: string, other: string): Promise<boolean>;
  /** For each account the feeds of the workspaces that it appears in. */
  feedsOf(tx: ReadTx, accountIds: readonly string[]): Promise<ReadonlyMap<string, readonly FeedName[]>>;
};

const nowhere: Arrivals = {
  settle: async () => null,
  workspacesOf: async () => [],
  shareWorkspace: async () => false,
  feedsOf: async () => new Map(),
};

let registered = nowhere;

export const arrivals = {
  register(next: Arrivals): void {
    registered = next;
  },
  get current(): Arrivals {
    return registered;
  },
};
