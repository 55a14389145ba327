/**
 * Reads a conversation. `day -3 08:10` says how many days ago and when; `day 0 -95` so many minutes before now.
 * `name: text` speaks, `> name: text` answers in the thread of what was last said. About the message above it, `+ 👍 a b`
 * tells who reacted, `~ text` that it was changed to this, `^` that it is pinned; `?` is how far the owner has read.
 */
export type Line = {
  author: string;
  text: string;
  at: Date;
  /** The index of the line that began the thread. */
  root: number | undefined;
  reactions: { emoji: string; by: string[] }[];
  editedTo: string | undefined;
  isPinned: boolean;
};
export type Conversation = { lines: Line[] /** How many of the lines the owner has read. */; readCount: number };

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

export function parseConversation(source: string, now: Date): Conversation {
  const lines: Line[] = [];
  let at = now.getTime();
  let root: number | undefined;
  let readCount: number | undefined;
  for (const written of source.split("\n")) {
    const text = written.replaceAll("\\n", "\n").trimEnd();
    const [, answers, author, said] = /^(> )?([a-z]+): (.+)$/s.exec(text) ?? [];
    const last = lines.at(-1);
    if (author && said) {
      if (!answers) root = lines.length;
      lines.push({
        author,
        text: said,
        at: new Date(at),
        root: answers ? root : undefined,
        reactions: [],
        editedTo: undefined,
        isPinned: false,
      });
      at += pauseMs(said);
    } else if (text.startsWith("day ")) at = readTime(text, now);
    else if (text === "?") readCount = lines.length;
    else if (text === "^" && last) last.isPinned = true;
    else if (text.startsWith("~ ") && last) last.editedTo = text.slice(2);
    else if (text.startsWith("+ ") && last) {
      const [, emoji = "", ...by] = text.split(" ");
      last.reactions.push({ emoji, by });
    } else if (text !== "") throw new Error(`Not a line of a conversation: ${text}`);
  }
  return { lines, readCount: readCount ?? lines.length };
}

function readTime(text: string, now: Date): number {
  const [, day, time = ""] = text.split(" ");
  if (day === "0") return now.getTime() + Number(time) * minuteMs;
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  const midnight = Math.floor(now.getTime() / dayMs) * dayMs;
  return midnight + Number(day) * dayMs + (hours * 60 + minutes) * minuteMs;
}

/** Who has more to say takes longer. */
const pauseMs = (said: string): number => 20_000 + said.length * 600;
