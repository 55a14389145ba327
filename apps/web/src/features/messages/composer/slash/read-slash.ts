/** A command that a message begins with. A path such as `/usr/bin` is none. */
export function readSlash(text: string): { name: string; argument: string } | undefined {
  const [, name, argument = ""] = /^\/([a-z][a-z0-9_-]*)(?:\s+([\s\S]*))?$/i.exec(text.trim()) ?? [];
  return name ? { name: name.toLowerCase(), argument: argument.trim() } : undefined;
}

/** What is sent of a text that is no command: `//` at its beginning is a mere slash. */
export const withoutEscape = (text: string): string => (text.startsWith("//") ? text.slice(1) : text);

const minuteMs = 60_000;
const unitMs: Record<string, number> = { m: minuteMs, h: 60 * minuteMs, d: 24 * 60 * minuteMs };

/** `30m`, `2h`, `1d` in milliseconds; minutes unless told. */
export function readDuration(text: string): number | undefined {
  const [, count, unit = "m"] = /^(\d{1,4})\s*([mhd])?$/i.exec(text) ?? [];
  return count ? Number(count) * (unitMs[unit.toLowerCase()] ?? minuteMs) : undefined;
}

/** A status: an emoji or its shortcode first, then words. */
export function readStatus(text: string): { emoji: string | null; text: string } {
  const [, emoji = null, rest = ""] = /^(\p{RGI_Emoji}|:[\w+\-]+:)?\s*([\s\S]*)$/v.exec(text) ?? [];
  return { emoji, text: rest };
}

/** The handles at which a text calls people, outside of code; `room` and `here` are among them. As the server reads them. */
export function readHandles(text: string): string[] {
  const prose = text
    .replace(/^ {0,3}(`{3,}|~{3,})[\s\S]*?(?:^ {0,3}\1[`~]*[ \t]*$|$(?![\s\S]))/gm, " ")
    .replace(/(`+)[\s\S]*?\1/g, " ");
  const found = prose.matchAll(/(?<![\p{L}\p{N}_@])@([a-z0-9](?:[a-z0-9._-]{0,30}[a-z0-9])?)(?![\p{L}\p{N}_])/giu);
  return [...new Set([...found].map(([, handle = ""]) => handle.toLowerCase()))];
}
