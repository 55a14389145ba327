import type { accounts } from "@althing/contract";
import type { ReadTx } from "../../../kernel/tx.ts";
import { listAccountRefs } from "../../accounts/index.ts";
import { excerptOf } from "../excerpt.ts";
import { selectByIds } from "../store/messages.ts";
import { viewMessage } from "../views.ts";

export type MessagePreview = { author: accounts.AccountRef; text: string; createdAt: string };

/** Messages in one line each, without markup; empty where one was deleted. Whoever asks knows who may read them. */
export async function listPreviews(tx: ReadTx, messageIds: readonly string[]): Promise<Map<string, MessagePreview>> {
  const rows = await selectByIds(tx, messageIds);
  const authors = await listAccountRefs(tx, [...new Set(rows.map((row) => row.author_id))]);
  return new Map(
    rows.map((row) => {
      const { author, createdAt } = viewMessage(row, authors.get(row.author_id));
      return [row.id, { author, createdAt, text: excerptOf(row) }];
    }),
  );
}
