import { type messages, workspaces } from "@althing/contract";
import type { WriteAction } from "../../../kernel/binding.ts";
import { accessOf } from "../../../kernel/call.ts";
import { requireWorkspace } from "../../workspaces/index.ts";
import { bringInMessages } from "../bring-in.ts";

export const importMessages: WriteAction<typeof messages.importMessages> = async (tx, call) => {
  const { roomId, messages: given } = call.input;
  const { workspaceId } = accessOf(call);
  await requireWorkspace(tx, call.actor, workspaceId, workspaces.WorkspaceImport);
  const fresh = await bringInMessages(tx, { roomId, workspaceId }, given);
  return { imported: fresh.size, known: given.length - fresh.size };
};
