// Links, files and how long conversations are kept are asked for where they are shown; who shows them looks again.
import { chats } from "@althing/contract";
import { on } from "./reducer.ts";

export const chatReducers = [
  chats.ChatShared,
  chats.ShareRevoked,
  chats.ChatImported,
  chats.ChatKept,
  chats.ChatRetentionChanged,
  chats.ChatsExpired,
].map((event) => on(event, (replica) => replica));
