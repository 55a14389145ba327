import { models } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import type { ReadAction } from "../../../kernel/binding.ts";
import { fail } from "../../../kernel/failure.ts";
import { findProviderRow } from "../store/providers.ts";
import { type LedgerDay, listProviderDays } from "../store/usage.ts";

type Stated = { inputTokens?: number | undefined; outputTokens?: number | undefined; micros?: number | undefined };

/** Of the days that the statement tells of, also what only the ledger has. */
export const reconcileUsage: ReadAction<typeof models.reconcileUsage> = async (tx, { actor, input }) => {
  const { workspaceId, providerId, rows } = input;
  const provider = await findProviderRow(tx, workspaceId, requireAccount(actor).account.id, providerId);
  if (!provider) return fail(models.ProviderNotFound);
  const days = rows.map(({ day }) => day).sort();
  const ledger = await listProviderDays(tx, providerId, { from: days[0] ?? "", to: days.at(-1) ?? "" });
  const ours = new Map(
    ledger.filter(({ day }) => days.includes(day)).map((row) => [keyOf(row.day, row.model_id), row]),
  );
  const theirs = new Map<string, Stated>();
  for (const { day, modelId, ...stated } of rows) {
    const key = keyOf(day, modelId);
    theirs.set(key, sum(theirs.get(key), stated));
  }
  return [...new Set([...theirs.keys(), ...ours.keys()])]
    .sort()
    .map((key) => compare(key, theirs.get(key), ours.get(key)));
};

/** Days and ids of models are without spaces. */
const keyOf = (day: string, modelId: string): string => `${day} ${modelId}`;

const add = (one: number | undefined, other: number | undefined) =>
  one === undefined && other === undefined ? undefined : (one ?? 0) + (other ?? 0);

/** A statement may have several lines of a day and model. */
const sum = (one: Stated = {}, other: Stated): Stated => ({
  inputTokens: add(one.inputTokens, other.inputTokens),
  outputTokens: add(one.outputTokens, other.outputTokens),
  micros: add(one.micros, other.micros),
});

function compare(key: string, theirs: Stated | undefined, ours: LedgerDay | undefined): models.ReconciledRow {
  const [day = "", modelId = ""] = key.split(" ");
  const row = {
    inputTokens: { theirs: theirs?.inputTokens ?? null, ours: ours?.input_tokens ?? 0 },
    outputTokens: { theirs: theirs?.outputTokens ?? null, ours: ours?.output_tokens ?? 0 },
    micros: { theirs: theirs?.micros ?? null, ours: ours?.micros ?? 0 },
  };
  const agrees =
    theirs !== undefined && Object.values(row).every((pair) => pair.theirs === null || pair.theirs === pair.ours);
  return { day, modelId, ...row, agrees };
}
