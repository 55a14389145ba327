import { asMarkdown } from "./markdown.ts";

/** Whom a nickname names. Upper and lower case are told apart only where two people differ in nothing else. */
export type Handles = ReadonlyMap<string, string>;

export function createHandles(people: Iterable<{ nick: string; handle: string }>): Handles {
  const handles = new Map<string, string>();
  for (const { nick, handle } of people) {
    handles.set(nick, handle);
    if (!handles.has(nick.toLowerCase())) handles.set(nick.toLowerCase(), handle);
  }
  return handles;
}

const addressed = /^(\S+?)([:,])(?=\s|$)/;

/** The text as Markdown; `nick: …` and `nick, …` of someone known becomes a mention. */
export function withMention(text: string, handles: Handles): { body: string; isMention: boolean } {
  const [written, nick = "", mark = ""] = addressed.exec(text.trimStart()) ?? [];
  const handle = handles.get(nick) ?? handles.get(nick.toLowerCase());
  if (written === undefined || handle === undefined) return { body: asMarkdown(text), isMention: false };
  const rest = asMarkdown(text.trimStart().slice(written.length));
  return { body: `@${handle}${mark} ${rest}`.trimEnd(), isMention: true };
}
