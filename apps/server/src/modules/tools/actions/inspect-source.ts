import { tools } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import type { OutsideAction } from "../../../kernel/binding.ts";
import { fail } from "../../../kernel/failure.ts";
import { requireSource, seenByAdmin } from "../queries/sources.ts";
import { wakeSource } from "../sources/guard.ts";
import { inspectTimeoutMs } from "../sources/limits.ts";
import { lookAt } from "../sources/look.ts";

export const inspectToolSource: OutsideAction<typeof tools.inspectToolSource> = async (platform, { actor, input }) => {
  const { workspaceId, sourceId } = input;
  if (sourceId === tools.builtInSourceId) fail(tools.ToolSourceNotFound);
  const source = await platform.read((tx) => requireSource(tx, workspaceId, sourceId));
  wakeSource(sourceId);
  const accountId = requireAccount(actor).account.id;
  await lookAt(platform, source, { accountId, signal: AbortSignal.timeout(2 * inspectTimeoutMs), actor });
  return platform.read(async (tx) => seenByAdmin(tx, await requireSource(tx, workspaceId, sourceId)));
};
