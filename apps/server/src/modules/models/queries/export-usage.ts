import { models } from "@althing/contract";
import type { ReadAction } from "../../../kernel/binding.ts";
import type { ReadTx } from "../../../kernel/tx.ts";
import { writeCsv } from "../csv.ts";
import { listEntries } from "../store/usage.ts";
import type { LedgerRow } from "../tables.ts";
import { namesOf } from "./names.ts";
import { usageQuestion } from "./usage-question.ts";

const limit = models.usageLimits.exportedEntries;

const head = [
  "at",
  "kind",
  "member",
  "assistant",
  "room",
  "provider",
  "model",
  "own_key",
  "input_tokens",
  "cached_input_tokens",
  "cache_write_tokens",
  "output_tokens",
  "reasoning_tokens",
  "quality",
  "cost_usd",
  "price_version",
  "run_id",
  "step",
];

export const exportUsage: ReadAction<typeof models.exportUsage> = async (tx, call) => {
  const asked = usageQuestion(call, tx.now);
  const entries = await listEntries(tx, asked, { limit: limit + 1 });
  const rows = entries.slice(0, limit);
  const names = await namesIn(tx, rows, asked.accountId);
  const lines = rows.map((row) => [
    row.at.toISOString(),
    row.kind,
    names(row.account_id),
    names(row.assistant_id),
    names(row.room_id),
    names(row.provider_id),
    row.model_id,
    row.personal,
    row.input_tokens,
    row.cached_input_tokens,
    row.cache_write_tokens,
    row.output_tokens,
    row.reasoning_tokens,
    row.quality,
    row.micros === null ? null : (row.micros / 1_000_000).toFixed(6),
    row.price_version,
    row.run_id,
    row.step,
  ]);
  return {
    fileName: `usage-${asked.from}-${asked.to}.csv`,
    content: writeCsv(head, lines),
    entryCount: rows.length,
    complete: entries.length <= limit,
  };
};

/** By id: what cannot be named is told by its id. */
async function namesIn(tx: ReadTx, rows: readonly LedgerRow[], reader: string): Promise<(id: string | null) => string> {
  const ids = (column: "account_id" | "assistant_id" | "room_id" | "provider_id") =>
    rows.flatMap((row) => row[column] ?? []);
  const people = await namesOf(tx, "member", [...ids("account_id"), ...ids("assistant_id")], reader);
  const rooms = await namesOf(tx, "room", ids("room_id"), reader);
  const providers = await namesOf(tx, "provider", ids("provider_id"), reader);
  const all = new Map([...people, ...rooms, ...providers]);
  return (id) => (id === null ? "" : all.get(id) || id);
}
