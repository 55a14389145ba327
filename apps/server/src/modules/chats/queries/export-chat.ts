import { type AccountId, chats } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import type { OutsideAction } from "../../../kernel/binding.ts";
import { fail } from "../../../kernel/failure.ts";
import type { Platform } from "../../../kernel/platform.ts";
import type { ReadTx } from "../../../kernel/tx.ts";
import { type PdfDocument, TypesetFault } from "../../../platform/pdf/index.ts";
import { listPreferences, listProfiles } from "../../accounts/index.ts";
import { renderBody } from "../transfer/render-body.ts";
import { toHtml, toMarkdown } from "../transfer/write-file.ts";
import { type Reader, toDocument } from "../transfer/write-pdf.ts";
import { getConversation, requireChat } from "./conversation.ts";

const limit = chats.conversationLimits.exportBytes;

/** Outside only because a PDF is typeset there. */
export const exportChat: OutsideAction<typeof chats.exportChat> = async (platform, call) => {
  requireChat(call);
  const { roomId, format, messageId } = call.input;
  const accountId = requireAccount(call.actor).account.id;
  const { conversation, reader } = await platform.read(async (tx) => ({
    conversation: await getConversation(tx, { roomId, accountId, endId: messageId }),
    reader: await getReader(tx, accountId),
  }));
  const file = {
    markdown: () => textFile("md", "text/markdown", toMarkdown(conversation)),
    json: () => textFile("json", "application/json", JSON.stringify(conversation, null, 2)),
    html: () => textFile("html", "text/html", toHtml(conversation, renderBody)),
    pdf: () => pdfFile(platform, toDocument(conversation, reader)),
  }[format];
  const { ending, ...rest } = await file();
  return { fileName: `${nameOf(conversation.title)}.${ending}`, ...rest };
};

function textFile(ending: string, mediaType: string, content: string) {
  if (Buffer.byteLength(content) > limit) fail(chats.ConversationTooLarge, { limit });
  return { ending, mediaType, encoding: "text" as const, content };
}

async function pdfFile(platform: Platform, document: PdfDocument) {
  const bytes = await platform.pdf.typeset(document).catch((error: unknown) => {
    if (!(error instanceof TypesetFault)) throw error;
    return fail(error.kind === "too_long" ? chats.PdfTooLong : chats.PdfUnavailable);
  });
  return { ending: "pdf", mediaType: "application/pdf", encoding: "base64" as const, content: bytes.toBase64() };
}

async function getReader(tx: ReadTx, accountId: AccountId): Promise<Reader> {
  const preferences = (await listPreferences(tx, [accountId])).get(accountId);
  const profile = (await listProfiles(tx, [accountId])).get(accountId);
  return { language: preferences?.language ?? null, timeZone: profile?.timeZone ?? null };
}

const nameOf = (title: string): string =>
  title
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60) || "conversation";
