// How far the messages from before the index have been read.
import type { WriteTx } from "../../../kernel/tx.ts";
import { defineStatement } from "../../../platform/database/index.ts";

export type Backfill = { readonly afterId: string; readonly indexedCount: number; readonly done: boolean };

const select = defineStatement(
  "knowledge.backfill",
  `select after_id as "afterId", indexed_count as "indexedCount", done_at is not null as done from passage_backfills`,
);
const move = defineStatement(
  "knowledge.move_backfill",
  "update passage_backfills set after_id = $1, indexed_count = indexed_count + $2",
);
const end = defineStatement("knowledge.end_backfill", "update passage_backfills set done_at = $1");

export async function getBackfill(tx: WriteTx): Promise<Backfill> {
  const [backfill] = await tx.query<Backfill>(select);
  if (!backfill) throw new Error("The place of the backfill is gone");
  return backfill;
}

export async function updateBackfill(tx: WriteTx, afterId: string, count: number): Promise<void> {
  await tx.query(move, [afterId, count]);
}

export async function endBackfill(tx: WriteTx): Promise<void> {
  await tx.query(end, [tx.now]);
}
