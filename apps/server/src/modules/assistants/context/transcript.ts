/** History as a model reads it, within a budget: the newest word for word, what came before in extracts. */
import type { AccountId, messages } from "@althing/contract";
import type { ModelMessage } from "../../../platform/models/index.ts";
import { digest } from "../../knowledge/index.ts";
import { bodyText, type Said } from "../../messages/index.ts";

type Count = (text: string) => number;
type Transcript = { readonly messages: readonly ModelMessage[]; readonly shownCount: number };

const digestShare = 0.2;

/** Turns of a chat, each in its role. */
export function chatTranscript(
  said: readonly Said[],
  assistantId: AccountId,
  budget: number,
  count: Count,
): Transcript {
  const { kept, earlier } = fit(said, budget, count);
  const turns = kept.map((one) => turnOf(one, assistantId, isShared(said)));
  const before = earlier === "" ? [] : [user(dataOf("What was said before, in extracts", [earlier]))];
  return { messages: [...before, ...turns], shownCount: said.length };
}

/** A conversation of others, as material. */
export function roomTranscript(
  said: readonly Said[],
  budget: number,
  count: Count,
  numberedCount?: number,
): Transcript {
  if (said.length === 0) return { messages: [], shownCount: 0 };
  const { kept, earlier } = fit(said, budget, count);
  const numbered = new Map(said.slice(-(numberedCount ?? 0)).map((one, index) => [one.id, index + 1]));
  const lines = kept.map((one) => lineOf(one, numberedCount === undefined ? undefined : numbered.get(one.id)));
  const all = [...(earlier === "" ? [] : [`(before that, in extracts) ${earlier}`]), ...lines];
  return { messages: [user(dataOf("The conversation", all))], shownCount: said.length };
}

/** The newest that have room, and sentences of the others. */
function fit(said: readonly Said[], budget: number, count: Count): { kept: Said[]; earlier: string } {
  const forExtracts = Math.floor(budget * digestShare);
  let left = budget - forExtracts;
  let from = said.length;
  while (from > 0) {
    const cost = count(said[from - 1]?.body ?? "") + 20;
    if (cost > left) break;
    left -= cost;
    from--;
  }
  return { kept: said.slice(from), earlier: from === 0 ? "" : extracts(said.slice(0, from), forExtracts, count) };
}

function extracts(said: readonly Said[], budget: number, count: Count): string {
  const known = said.flatMap(({ id, author, at, body }) =>
    author ? [{ id: id as messages.MessageId, author, at, text: bodyText(body) }] : [],
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

function turnOf(one: Said, assistantId: AccountId, isNamed: boolean): ModelMessage {
  if (one.author?.id === assistantId) return { role: "assistant", text: one.body, toolCalls: [] };
  return user(isNamed ? `${one.author?.name ?? "Someone"}: ${one.body}` : one.body);
}

/** One line of JSON, so that no text can end the material it is part of. */
const lineOf = ({ author, at, body }: Pick<Said, "author" | "at" | "body">, source?: number): string =>
  JSON.stringify({
    ...(source === undefined ? {} : { source }),
    from: author ? `${author.name} (@${author.handle})` : "someone",
    at: at.toISOString().slice(0, 16),
    text: body,
  }).replaceAll("<", "\\u003c");

export const dataOf = (title: string, lines: readonly string[]): string =>
  `${title}:\n<data>\n${lines.join("\n")}\n</data>`;

export const user = (text: string): ModelMessage => ({ role: "user", parts: [{ kind: "text", text }] });
