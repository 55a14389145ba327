import type { models } from "@althing/contract";
import type { ReadAction } from "../../../kernel/binding.ts";
import { PageOf } from "../../../kernel/call.ts";
import { listEntries } from "../store/usage.ts";
import { viewEntry } from "../views.ts";
import { usageQuestion } from "./usage-question.ts";

export const listUsageEntries: ReadAction<typeof models.listUsageEntries> = async (tx, call) => {
  const { limit } = call.input;
  const rows = await listEntries(tx, usageQuestion(call, tx.now), { after: call.cursor?.id, limit: limit + 1 });
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return new PageOf(page.map(viewEntry), { next: last && { id: last.id } });
};
