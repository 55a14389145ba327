import { chats } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import type { ReadAction } from "../../../kernel/binding.ts";
import { fail } from "../../../kernel/failure.ts";
import { renderMessage } from "../../messages/index.ts";
import { toHtml, toMarkdown } from "../transfer/write-file.ts";
import { getConversation, requireChat } from "./conversation.ts";

const limit = chats.conversationLimits.exportBytes;

/** Nobody is named in it by more than their name. */
export const renderBody = (body: string): string => renderMessage(body, { mentions: new Map() }).html;

export const exportChat: ReadAction<typeof chats.exportChat> = async (tx, call) => {
  requireChat(call);
  const { roomId, format, messageId } = call.input;
  const accountId = requireAccount(call.actor).account.id;
  const conversation = await getConversation(tx, { roomId, accountId, endId: messageId });
  const name = fileNameOf(conversation.title);
  const file = {
    markdown: () => ({ fileName: `${name}.md`, mediaType: "text/markdown", content: toMarkdown(conversation) }),
    json: () => ({
      fileName: `${name}.json`,
      mediaType: "application/json",
      content: JSON.stringify(conversation, null, 2),
    }),
    html: () => ({ fileName: `${name}.html`, mediaType: "text/html", content: toHtml(conversation, renderBody) }),
  }[format]();
  return Buffer.byteLength(file.content) > limit ? fail(chats.ConversationTooLarge, { limit }) : file;
};

const fileNameOf = (title: string): string =>
  title
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60) || "conversation";
