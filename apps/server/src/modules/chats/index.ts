// What is done with conversations with assistants: prompts, links, files out and in, and how long they are kept.
import { chats } from "@althing/contract";
import { outside, read, write } from "../../kernel/binding.ts";
import { defineModule } from "../../kernel/module.ts";
import { roomHolds } from "../rooms/index.ts";
import { createPrompt } from "./actions/create-prompt.ts";
import { createShare } from "./actions/create-share.ts";
import { deletePrompt } from "./actions/delete-prompt.ts";
import { importChats } from "./actions/import-chats.ts";
import { getChatKeeping, keepChat } from "./actions/keep-chat.ts";
import { getChatRetention, setChatRetention } from "./actions/retention.ts";
import { revokeShare } from "./actions/revoke-share.ts";
import { updatePrompt } from "./actions/update-prompt.ts";
import { endChatsSchedule, onEndChats } from "./jobs/end-chats.ts";
import { legalHold } from "./legal-hold.ts";
import { clearUp } from "./listeners/clear-up.ts";
import { createChats } from "./migrations/001_chats.ts";
import { createHolds } from "./migrations/002_holds.ts";
import { exportChat } from "./queries/export-chat.ts";
import { listLegalHolds } from "./queries/legal-holds.ts";
import { previewChatRetention } from "./queries/preview-retention.ts";
import { listPrompts, listPromptVersions } from "./queries/prompts.ts";
import { listShares, openMemberShare, openShare } from "./queries/shares.ts";

roomHolds.register(legalHold);

export const chatsModule = defineModule({
  name: "chats",
  migrations: [createChats, createHolds],
  listeners: [clearUp],
  jobs: [onEndChats],
  schedules: [endChatsSchedule],
  routes: [
    read(chats.listPrompts, listPrompts),
    write(chats.createPrompt, createPrompt),
    write(chats.updatePrompt, updatePrompt),
    write(chats.deletePrompt, deletePrompt),
    read(chats.listPromptVersions, listPromptVersions),

    write(chats.createShare, createShare),
    read(chats.listShares, listShares),
    write(chats.revokeShare, revokeShare),
    read(chats.openShare, openShare),
    read(chats.openMemberShare, openMemberShare),

    outside(chats.exportChat, exportChat),
    write(chats.importChats, importChats),

    write(chats.keepChat, keepChat),
    read(chats.getChatKeeping, getChatKeeping),
    read(chats.getChatRetention, getChatRetention),
    write(chats.setChatRetention, setChatRetention),
    read(chats.listLegalHolds, listLegalHolds),
    read(chats.previewChatRetention, previewChatRetention),
  ],
});
