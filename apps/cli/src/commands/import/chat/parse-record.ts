// One line of a chat's history, as JSON: see apps/cli/README.md for the shape.
export type Spoken = { line: number; at: number; nick: string; kind: "message"; text: string; repliesTo: number[] };
export type Movement = { line: number; at: number; nick: string; kind: "join" | "leave" };
export type Renaming = { line: number; at: number; nick: string; kind: "rename"; to: string };
/** `at` in milliseconds since 1970. */
export type ChatRecord = Spoken | Movement | Renaming;

/** The record of a line, or what is wrong with it. */
export function parseRecord(text: string): ChatRecord | string {
  const value = readObject(text);
  if (typeof value === "string") return value;
  const { line, kind, to, text: said, repliesTo = [] } = value;
  const at = typeof value.at === "string" ? Date.parse(value.at) : Number.NaN;
  const nick = readNick(value.nick);
  if (!isLine(line)) return "`line` is not a number";
  if (Number.isNaN(at)) return "`at` is not a time";
  if (!nick) return "`nick` is not a name";
  switch (kind) {
    case "message":
      if (typeof said !== "string") return "`text` is not a text";
      if (!Array.isArray(repliesTo) || !repliesTo.every(isLine)) return "`repliesTo` is not a list of line numbers";
      return { line, at, nick, kind, text: said, repliesTo };
    case "join":
    case "leave":
      return { line, at, nick, kind };
    case "rename": {
      const newNick = readNick(to);
      return newNick ? { line, at, nick, kind, to: newNick } : "`to` is not a name";
    }
    default:
      return "`kind` is none of message, join, leave, rename";
  }
}

function readObject(text: string): Record<string, unknown> | string {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : "not an object";
  } catch {
    return "not JSON";
  }
}

const isLine = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

/** A name of one line that an account can have. */
function readNick(value: unknown): string | undefined {
  if (typeof value !== "string" || /\p{Cc}/u.test(value)) return undefined;
  const nick = value.trim();
  return nick !== "" && nick.length <= 80 ? nick : undefined;
}
