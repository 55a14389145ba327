/** History as a model reads it, within a budget: the newest word for word, what came before in extracts. */
import type { AccountId, messages } from "@althing/contract";
import { digest } from "../../knowledge/index.ts";
import { bodyText, type Said } from "../../messages/index.ts";
import { type FilePlan, labelOf, type PlannedMessage, type PlannedPart, tokensOf, wordsOf } from "./files.ts";

type Count = (text: string) => number;
type Transcript = { readonly messages: readonly PlannedMessage[]; readonly shownCount: number };
/** What has room, with what is shown of its files. */
type Kept = { readonly said: Said; readonly parts: readonly PlannedPart[] };

const digestShare = 0.2;

/** Turns of a chat, each in its role. */
export function chatTranscript(
  said: readonly Said[],
  assistantId: AccountId,
  budget: number,
  count: Count,
  files: FilePlan,
): Transcript {
  const { kept, earlier } = fit(said, budget, count, files);
  const turns = kept.map((one) => turnOf(one, assistantId, isShared(said)));
  const before = earlier === "" ? [] : [user(dataOf("What was said before, in extracts", [earlier]))];
  return { messages: [...before, ...turns], shownCount: said.length };
}

/** A conversation of others, as material. */
export function roomTranscript(
  said: readonly Said[],
  budget: number,
  count: Count,
  { files, numberedCount }: { files?: FilePlan | undefined; numberedCount?: number | undefined } = {},
): Transcript {
  if (said.length === 0) return { messages: [], shownCount: 0 };
  const { kept, earlier } = fit(said, budget, count, files);
  const numbered = new Map(said.slice(-(numberedCount ?? 0)).map((one, index) => [one.id, index + 1]));
  const lines = kept.map(({ said: one }) =>
    lineOf(one, numberedCount === undefined ? undefined : numbered.get(one.id)),
  );
  const all = [...(earlier === "" ? [] : [`(before that, in extracts) ${earlier}`]), ...lines];
  const shown = kept.flatMap(({ parts }) => parts);
  return { messages: [user(dataOf("The conversation", all), shown)], shownCount: said.length };
}

/** The newest that have room, and sentences of the others. */
function fit(
  said: readonly Said[],
  budget: number,
  count: Count,
  files: FilePlan | undefined,
): { kept: Kept[]; earlier: string } {
  const forExtracts = Math.floor(budget * digestShare);
  let left = budget - forExtracts;
  const kept: Kept[] = [];
  for (const one of said.toReversed()) {
    const parts = files?.of(one) ?? [];
    const cost = count(wordsOf(one)) + 20 + tokensOf(parts, count);
    if (cost > left) break;
    left -= cost;
    kept.unshift({ said: one, parts });
  }
  const before = said.slice(0, said.length - kept.length);
  return { kept, earlier: before.length === 0 ? "" : extracts(before, forExtracts, count) };
}

function extracts(said: readonly Said[], budget: number, count: Count): string {
  const known = said.flatMap((one) =>
    one.author
      ? [{ id: one.id as messages.MessageId, author: one.author, at: one.at, text: bodyText(wordsOf(one)) }]
      : [],
  );
  let left = budget;
  const taken: string[] = [];
  for (const { text } of digest(known).sentences) {
    left -= count(text);
    if (left < 0) break;
    taken.push(text);
  }
  return taken.join(" … ");
}

const isShared = (said: readonly Said[]): boolean =>
  new Set(said.flatMap(({ author }) => (author && author.kind !== "assistant" ? [author.id] : []))).size > 1;

function turnOf({ said: one, parts }: Kept, assistantId: AccountId, isNamed: boolean): PlannedMessage {
  if (one.author?.id === assistantId) return { role: "assistant", text: one.body, toolCalls: [] };
  return user(isNamed ? `${one.author?.name ?? "Someone"}: ${wordsOf(one)}` : wordsOf(one), parts);
}

/** One line of JSON, so that no text can end the material it is part of. */
const lineOf = (
  { author, at, body, attachments }: Pick<Said, "author" | "at" | "body" | "attachments">,
  source?: number,
): string =>
  JSON.stringify({
    ...(source === undefined ? {} : { source }),
    from: author ? `${author.name} (@${author.handle})` : "someone",
    at: at.toISOString().slice(0, 16),
    text: wordsOf({ body, attachments }),
    ...(attachments.length > 0 && { files: attachments.map((file) => labelOf(file)) }),
  }).replaceAll("<", "\\u003c");

export const dataOf = (title: string, lines: readonly string[]): string =>
  `${title}:\n<data>\n${lines.join("\n")}\n</data>`;

type UserMessage<Part> = { readonly role: "user"; readonly parts: readonly Part[] };
type TextPart = Extract<PlannedPart, { kind: "text" }>;

/** Who sends a file without a word has said nothing, which no model takes. */
export function user(text: string): UserMessage<TextPart>;
export function user(text: string, more: readonly PlannedPart[]): UserMessage<PlannedPart>;
export function user(text: string, more: readonly PlannedPart[] = []): UserMessage<PlannedPart> {
  const said: TextPart[] = text === "" && more.length > 0 ? [] : [{ kind: "text", text }];
  return { role: "user", parts: [...said, ...more] };
}
