// Who can be mentioned where they are not: later modules say of whom that is true.
import type { accounts } from "@althing/contract";
import type { ReadTx } from "../../kernel/tx.ts";

export type MentionableSource = {
  /** Those of the accounts that may be mentioned in the workspace's rooms without being in them. */
  among(tx: ReadTx, workspaceId: string, absent: readonly accounts.AccountRef[]): Promise<ReadonlySet<string>>;
};

const sources: MentionableSource[] = [];

export const mentionables = {
  register(source: MentionableSource): void {
    sources.push(source);
  },
  async among(tx: ReadTx, workspaceId: string, absent: readonly accounts.AccountRef[]): Promise<ReadonlySet<string>> {
    if (absent.length === 0) return new Set();
    const found = await Promise.all(sources.map((source) => source.among(tx, workspaceId, absent)));
    return new Set(found.flatMap((ids) => [...ids]));
  },
};
