import { assistants, files, messages, type workspaces } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import type { WriteAction } from "../../../kernel/binding.ts";
import { accessOf } from "../../../kernel/call.ts";
import { fail } from "../../../kernel/failure.ts";
import { lockAttachment, saidByIds } from "../../messages/index.ts";
import { findTranscriber } from "../../models/index.ts";
import { enqueueWriting } from "../jobs/write-down.ts";
import { claimVoice } from "../voices/claim.ts";

const { bytes: limitBytes } = assistants.voiceLimits;

/** The words that are there are given; else the recording is claimed, and a job has it written down. */
export const writeDown: WriteAction<typeof assistants.writeDown> = async (tx, call) => {
  const { roomId, messageId, fileId } = call.input;
  const { account } = requireAccount(call.actor);
  const workspaceId = accessOf(call).workspaceId as workspaces.WorkspaceId;
  const [said] = await saidByIds(tx, [messageId]);
  if (said?.roomId !== roomId) return fail(messages.MessageNotFound);
  const file = said.attachments.find(({ id }) => id === fileId) ?? fail(files.FileNotFound);
  if (file.kind !== "audio") fail(assistants.NotSpoken);
  if (file.transcript !== null || file.writing?.state === "running") return file;
  if (file.sizeBytes > limitBytes) fail(assistants.VoiceTooLarge, { limitBytes });
  const by = (await findTranscriber(tx, workspaceId)) ?? fail(assistants.TranscriberMissing);
  const asking = {
    claimId: tx.newId(),
    workspaceId,
    roomId,
    accountId: account.id,
    assistantId: null,
    runId: null,
  };
  const claim = await claimVoice(tx, fileId, asking, by);
  if (typeof claim !== "string") await enqueueWriting(tx, claim);
  return (await lockAttachment(tx, fileId)) ?? fail(files.FileNotFound);
};
