// Who may do what with prompts; pure.
import { type AccountId, chats } from "@althing/contract";
import type { Access } from "../../kernel/permission.ts";
import type { PromptRow } from "./tables.ts";

export const maySee = (prompt: PromptRow, accountId: AccountId): boolean =>
  prompt.shared || prompt.owner_id === accountId;

/** Their owner; and of the shared ones, who may manage them. */
export const mayChange = (prompt: PromptRow, accountId: AccountId, { permissions }: Access): boolean =>
  prompt.owner_id === accountId || (prompt.shared && permissions.has(chats.PromptManage.name));
