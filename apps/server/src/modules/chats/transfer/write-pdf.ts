// A conversation as a document to typeset; pure.
import type { chats } from "@althing/contract";
import { type Block, type PdfDocument, plainRun, type Run } from "../../../platform/pdf/index.ts";
import { messageBlocks } from "../../messages/index.ts";
import { pathTo } from "./tree.ts";

/** Who reads it: times are told as they read them. */
export type Reader = { readonly language: string | null; readonly timeZone: string | null };

export function toDocument(conversation: chats.Conversation, { language, timeZone }: Reader): PdfDocument {
  const zone = timeZone ?? "UTC";
  const days = new Intl.DateTimeFormat(language ?? "en", { dateStyle: "long", timeZone: zone });
  const times = new Intl.DateTimeFormat(language ?? "en", { dateStyle: "medium", timeStyle: "short", timeZone: zone });
  const timeOf = (at: string) => `${times.format(new Date(at))}${timeZone === null ? " UTC" : ""}`;
  return {
    title: conversation.title,
    subtitle: days.format(new Date(conversation.createdAt)),
    language: language ?? "en",
    blocks: pathTo(conversation.turns, conversation.place).map(({ author, model, at, body, sources }) => ({
      kind: "entry",
      who: author.name,
      ...(model !== null && { detail: model }),
      when: timeOf(at),
      blocks: [...messageBlocks(body), ...notesOf(sources)],
    })),
  };
}

function notesOf(sources: chats.ConversationTurn["sources"]): Block[] {
  if (sources.length === 0) return [];
  return [{ kind: "notes", notes: sources.map((source) => ({ label: `[${source.handle}]`, runs: runsOf(source) })) }];
}

function runsOf({ title, quote, url }: chats.ConversationTurn["sources"][number]): Run[] {
  const leads = url !== null && /^https?:\/\//i.test(url);
  return [{ ...plainRun(title), ...(leads && { href: url }) }, plainRun(`: “${quote}”`)];
}
