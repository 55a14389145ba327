import { assistants, messages } from "@althing/contract";
import type { WriteAction } from "../../../kernel/binding.ts";
import { fail } from "../../../kernel/failure.ts";
import type { WriteTx } from "../../../kernel/tx.ts";
import { saidByIds } from "../../messages/index.ts";
import { lockOwnRun } from "../queries/find-runs.ts";
import { announceRun } from "../runs/announce.ts";
import { say } from "../runs/end-run.ts";
import { updateRun } from "../store/runs.ts";

/** From now on it is the room's, with its sources: who shares a wider answer does so on purpose. */
export const shareRun: WriteAction<typeof assistants.shareRun> = async (tx, call) => {
  const { roomId, parentId = null } = call.input;
  const before = await lockOwnRun(tx, call, call.input);
  if (before.ended_at === null) fail(assistants.RunNotEnded);
  if (before.audience === "room" || before.text.trim() === "") fail(assistants.RunNotFound);
  if (parentId !== null) await requireRoot(tx, roomId, parentId);
  const shared = { ...before, audience: "room", parent_id: parentId } as const;
  const { message } = await say(tx, shared, before);
  await announceRun(tx, await updateRun(tx, before, { audience: "room", parent_id: parentId }));
  return message;
};

async function requireRoot(tx: WriteTx, roomId: string, messageId: string): Promise<void> {
  const [said] = await saidByIds(tx, [messageId]);
  if (said?.roomId !== roomId || said.parentId !== null) fail(messages.MessageNotFound);
}
