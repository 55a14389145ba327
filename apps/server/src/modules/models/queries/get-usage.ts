import { models } from "@althing/contract";
import type { ReadAction } from "../../../kernel/binding.ts";
import { listDays, type Sums, sumDays, sumHeld } from "../store/usage.ts";
import { namesOf } from "./names.ts";
import { usageQuestion } from "./usage-question.ts";

export const getUsage: ReadAction<typeof models.getUsage> = async (tx, call) => {
  const { by } = call.input;
  const asked = usageQuestion(call, tx.now);
  const days = await listDays(tx, asked, by, models.usageLimits.keys);
  const names = await namesOf(
    tx,
    by,
    days.map(({ key }) => key),
    asked.accountId,
  );
  return {
    from: asked.from,
    to: asked.to,
    rows: days.map(({ day, key, ...sums }) => ({ day, key, name: names.get(key) ?? "", ...viewSums(sums) })),
    total: viewSums(await sumDays(tx, asked, by)),
    held: await sumHeld(tx, asked),
  };
};

const viewSums = (sums: Sums): models.UsageSums => ({
  micros: sums.micros,
  tokens: {
    inputTokens: sums.input_tokens,
    cachedInputTokens: sums.cached_input_tokens,
    cacheWriteTokens: sums.cache_write_tokens,
    outputTokens: sums.output_tokens,
    reasoningTokens: sums.reasoning_tokens,
  },
  entryCount: sums.entry_count,
  estimatedCount: sums.estimated_count,
  unknownCount: sums.unknown_count,
  unpricedCount: sums.unpriced_count,
});
