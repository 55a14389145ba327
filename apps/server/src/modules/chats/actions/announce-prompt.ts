import { chats, feedOf } from "@althing/contract";
import type { WriteTx } from "../../../kernel/tx.ts";

/** The workspace hears of shared prompts, of somebody's own they alone. Who shared it and no longer does keeps it. */
export function announcePrompt(tx: WriteTx, prompt: chats.Prompt, wasShared = prompt.shared): void {
  const { id: promptId, workspaceId, owner, shared } = prompt;
  tx.emit(chats.PromptChanged, shared ? feedOf.workspace(workspaceId) : feedOf.account(owner.id), { prompt });
  if (wasShared && !shared)
    tx.emit(chats.PromptHidden, feedOf.workspace(workspaceId), { workspaceId, promptId, ownerId: owner.id });
}
