import { assistants } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import type { WriteAction } from "../../../kernel/binding.ts";
import { accessOf } from "../../../kernel/call.ts";
import { fail } from "../../../kernel/failure.ts";
import { requireAskable } from "../queries/find-assistants.ts";
import { lockOwnRun } from "../queries/find-runs.ts";
import { queueRun } from "../runs/queue-run.ts";

export const continueRun: WriteAction<typeof assistants.continueRun> = async (tx, call) => {
  const { account } = requireAccount(call.actor);
  const { workspaceId } = accessOf(call);
  const before = await lockOwnRun(tx, call, call.input);
  if (before.ended_at === null || before.state === "done") fail(assistants.RunNotEnded);
  const assistant = await requireAskable(tx, account.id, { workspaceId, assistantId: before.assistant_id });
  return queueRun(tx, {
    assistant,
    roomId: before.room_id,
    askerId: account.id,
    purpose: before.purpose,
    audience: before.audience,
    promptId: before.prompt_id,
    parentId: before.parent_id,
    request: { ...before.request, ...(before.text !== "" && { continues: before.id }) },
  });
};
