// Sources are looked at when they are connected, and every hour: what has changed is found before it is long in use.
import { AccountId, tools, workspaces } from "@althing/contract";
import { z } from "zod";
import { system } from "../../../kernel/actor.ts";
import { type JobBinding, onJob } from "../../../kernel/module.ts";
import type { WriteTx } from "../../../kernel/tx.ts";
import { defineJob, defineSchedule } from "../../../platform/jobs/index.ts";
import { lookAt } from "../sources/look.ts";
import { listEnabledSources } from "../store/sources.ts";
import type { SourceRow } from "../tables.ts";

const look = defineJob("tools.look_at_source", {
  payload: z.object({ sourceId: tools.ToolSourceId, workspaceId: workspaces.WorkspaceId, accountId: AccountId }),
  maxAttempts: 1,
  timeoutSeconds: 60,
});
const lookAround = defineJob("tools.look_around", { payload: z.object({}) });

export const lookSchedule = defineSchedule("tools.look_around", "41 * * * *", lookAround, {});

/** As the person, where the source wants to know who asks. */
export const inspectSoon = (tx: WriteTx, { id, workspace_id }: SourceRow, accountId: AccountId): Promise<void> =>
  tx.enqueue(look, { sourceId: id, workspaceId: workspace_id, accountId }, { key: `tools.look:${id}` });

export const lookJobs: readonly JobBinding[] = [
  onJob(look, (platform, { sourceId: id, workspaceId: workspace_id, accountId }, { signal }) =>
    lookAt(platform, { id, workspace_id }, { accountId, signal }),
  ),
  onJob(lookAround, (platform) =>
    platform.write(system, async (tx) => {
      for (const source of await listEnabledSources(tx)) await inspectSoon(tx, source, source.created_by);
    }),
  ),
];
