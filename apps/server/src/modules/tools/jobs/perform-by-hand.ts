// Calls that a person runs by hand. At most two at once in a server, so that slow tools never keep other jobs from their turn.
import { AccountId } from "@althing/contract";
import { ToolCallId } from "@althing/contract/assistants";
import { z } from "zod";
import { system } from "../../../kernel/actor.ts";
import { type JobBinding, onJob } from "../../../kernel/module.ts";
import type { WriteTx } from "../../../kernel/tx.ts";
import { defineJob } from "../../../platform/jobs/index.ts";
import { performCall } from "../calls/perform.ts";

const payload = z.object({ callId: ToolCallId, askedBy: AccountId });
const job = defineJob("tools.perform_by_hand", { payload, maxAttempts: 5, timeoutSeconds: 90 });

const mostAtOnce = 2;
const waitMs = 1_000;
let runningCount = 0;

export const enqueueByHand = (tx: WriteTx, call: z.input<typeof payload>, when?: { runAt: Date }): Promise<void> =>
  tx.enqueue(job, call, when);

export const performByHand: JobBinding = onJob(job, async (platform, call, { signal }) => {
  if (runningCount >= mostAtOnce) {
    const runAt = new Date(platform.clock().getTime() + waitMs);
    return platform.write(system, (tx) => enqueueByHand(tx, call, { runAt }));
  }
  runningCount++;
  try {
    await performCall(platform, call.callId, { readerIds: [call.askedBy], signal });
  } finally {
    runningCount--;
  }
});
