/** What stands in a list of messages, line by line. Pure: who wrote when decides, edits and reactions do not. */
import type { messages } from "@althing/contract";
import type { Outgoing } from "@althing/sdk";
import type { Tail } from "../extension.ts";

type Placed = {
  readonly key: string /** The local day it belongs to, as a number that rises. */;
  readonly day: number;
};
type Opening = {
  /** When the day began, in milliseconds, where this is the first line of a day. */
  readonly opensDay: number | undefined;
  /** The unread begins here. */
  readonly isFirstNew: boolean;
};

export type MessageLine = Placed & Opening & { readonly kind: "message"; readonly isFirstOfGroup: boolean };
export type NotesLine = Placed & Opening & { readonly kind: "notes"; readonly ids: readonly string[] };
export type OutgoingLine = Placed & {
  readonly kind: "outgoing";
  readonly entry: Outgoing;
  readonly isFirstOfGroup: boolean;
};
export type TailLine = Placed & { readonly kind: "tail" };
export type EdgeLine = Placed & { readonly kind: "older" | "newer" | "beginning" };
export type Line = MessageLine | NotesLine | OutgoingLine | TailLine | EdgeLine;

type Message = messages.Message;
export type Listed = {
  messages: readonly Message[];
  /** Those of mine that are on their way. */
  outgoing: readonly Outgoing[];
  /** What is being written and will be a message of its id. */
  tails: readonly Tail[];
  hasOlder: boolean;
  hasNewer: boolean;
  /** The `seq` at which the unread begins. */
  newFromSeq: number | null;
  myId: string;
};

const groupMs = 5 * 60_000;
/** How far from the end a message may stand that has just been a tail. */
const tailReach = 50;

export function lineUp({ messages: list, outgoing, tails, hasOlder, hasNewer, newFromSeq, myId }: Listed): Line[] {
  const lines: Line[] = [{ kind: hasOlder ? "older" : "beginning", key: hasOlder ? "older" : "beginning", day: 0 }];
  let before: Message | undefined;
  // Where the unread begins above what is loaded, its divider has no place yet.
  let isNewMarked = newFromSeq === null || (hasOlder && (list[0]?.seq ?? 0) >= newFromSeq);
  for (const message of list) {
    const { day, at } = momentOf(message);
    const opensDay = before && momentOf(before).day === day ? undefined : at;
    const isFirstNew: boolean = !isNewMarked && message.seq >= (newFromSeq ?? 0);
    isNewMarked ||= isFirstNew;
    const breaks = opensDay !== undefined || isFirstNew;
    const last = lines.at(-1);
    if (message.kind === "system" && !breaks && last?.kind === "notes" && folds(message) && before && folds(before))
      lines[lines.length - 1] = { ...last, ids: [...last.ids, message.id] };
    else if (message.kind === "system")
      lines.push({ kind: "notes", key: message.id, ids: [message.id], day, opensDay, isFirstNew });
    else {
      const isFirstOfGroup = breaks || !before || !continues(before, message);
      lines.push({ kind: "message", key: message.id, day, opensDay, isFirstNew, isFirstOfGroup });
    }
    before = message;
  }
  if (hasNewer) return [...lines, { kind: "newer", key: "newer", day: before ? momentOf(before).day : 0 }];
  const day = before ? momentOf(before).day : 0;
  const isMine = before?.kind === "message" && before.author.id === myId;
  outgoing.forEach((entry, index) => {
    lines.push({ kind: "outgoing", key: entry.id, entry, day, isFirstOfGroup: index === 0 && !isMine });
  });
  const there = new Set(list.slice(-tailReach).map(({ id }): string => id));
  for (const { id } of tails) if (!there.has(id)) lines.push({ kind: "tail", key: id, day });
  return lines;
}

/** Comings and goings in a row are told in one line. */
const folds = ({ kind, system }: Message): boolean =>
  kind === "system" && (system?.kind === "joined" || system?.kind === "left" || system?.kind === "added");

/** Whether it goes on what the same person has just said. A reply that is shown in the room too stands for itself. */
function continues(before: Message, message: Message): boolean {
  return (
    before.kind === "message" &&
    before.author.id === message.author.id &&
    before.parentId === message.parentId &&
    momentOf(message).at - momentOf(before).at < groupMs
  );
}

const moments = new WeakMap<Message, { at: number; day: number }>();

/** Parsing times is what costs in a long list, so each is parsed once. */
export function momentOf(message: Message): { at: number; day: number } {
  const known = moments.get(message);
  if (known) return known;
  const date = new Date(message.createdAt);
  const day = date.getFullYear() * 10_000 + (date.getMonth() + 1) * 100 + date.getDate();
  const moment = { at: date.getTime(), day };
  moments.set(message, moment);
  return moment;
}

/** How high a line probably is, in pixels, until it is measured. */
export function estimateHeight(line: Line): number {
  if (line.kind === "older" || line.kind === "newer") return 240;
  if (line.kind === "beginning") return 220;
  if (line.kind === "tail") return 90;
  const dividers = "opensDay" in line ? (line.opensDay === undefined ? 0 : 40) + (line.isFirstNew ? 24 : 0) : 0;
  const isHigh = "isFirstOfGroup" in line && line.isFirstOfGroup;
  return dividers + (line.kind === "notes" ? 28 : isHigh ? 54 : 28);
}
