// What an import did, for people and for machines.
import type { Skipped } from "./survey.ts";

export type Counts = {
  messages: number;
  systemMessages: number;
  mentions: number;
  replies: number;
  roots: Set<string>;
  /** Messages that answer nothing that came before them. */
  unplaced: number;
  /** Messages without a text. */
  empty: number;
  clockTurns: number;
  imported: number;
  known: number;
  /** Rooms with messages from later times: times rise in a room, so what came after them has later times than it had. */
  lateRooms: Set<string>;
};

export const noCounts = (): Counts => ({
  messages: 0,
  systemMessages: 0,
  mentions: 0,
  replies: 0,
  roots: new Set(),
  unplaced: 0,
  empty: 0,
  clockTurns: 0,
  imported: 0,
  known: 0,
  lateRooms: new Set(),
});

export type Report = Omit<Counts, "roots" | "lateRooms"> & {
  lateRooms: string[];
  dryRun: boolean;
  rooms: string[];
  threads: number;
  people: number;
  skipped: Skipped[];
  seconds: number;
  perSecond: number;
};

const shownFaults = 20;

export function describeReport(report: Report): string {
  const { rooms, seconds, perSecond, dryRun } = report;
  const counted: [number, string][] = [
    [report.messages, "messages"],
    [report.systemMessages, "system messages"],
    [report.threads, "threads"],
    [report.replies, "replies"],
    [report.mentions, "mentions"],
    [report.people, "people"],
    [report.known, "were there already"],
    [report.empty, "without a text"],
    [report.unplaced, "answers to nothing that came before"],
    [report.clockTurns, "turns of a clock past midnight or noon, set right"],
    [report.skipped.length, "lines skipped"],
  ];
  const lines = counted
    .filter(([count], index) => count > 0 || index < 6)
    .map(([count, what]) => `${count.toLocaleString("en").padStart(9)} ${what}`);
  const end = dryRun
    ? "Nothing was sent."
    : `${report.imported.toLocaleString("en")} came in, in ${seconds} s (${perSecond.toLocaleString("en")} a second).`;
  return [`To ${rooms.map((name) => `#${name}`).join(", ")}:`, ...lines, end].join("\n");
}

export const describeLate = (lateRooms: readonly string[]): string[] =>
  lateRooms.map(
    (name) =>
      `#${name} had newer messages, and times rise in a room: import into a new one (--room) to keep the old times.`,
  );

/** The first skipped lines one by one, then how many more. */
export function describeSkipped(skipped: readonly Skipped[]): string[] {
  const lines = skipped.slice(0, shownFaults).map(({ file, line, reason }) => `${file}:${line}: ${reason}; skipped.`);
  const more = skipped.length - lines.length;
  return more > 0 ? [...lines, `… and ${more} more.`] : lines;
}
