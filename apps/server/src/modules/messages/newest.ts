/**
 * The newest page of a room, which everyone opens it with, remembered encoded until anything in the room changes. What
 * differs by reader is which reactions are theirs: only messages that they reacted to are encoded for them.
 */
import type { EventDef } from "@althing/contract";
import { accounts, messages, rooms } from "@althing/contract";
import { defineMemo } from "../../kernel/memo.ts";
import type { Ear } from "../../kernel/module.ts";
import type { ReadTx } from "../../kernel/tx.ts";
import { listAccountRefs } from "../accounts/index.ts";
import { selectBefore } from "./store/messages.ts";
import { selectAllReactors } from "./store/reactions.ts";
import { viewMessage } from "./views.ts";

type Remembered = {
  message: messages.Message;
  /** The message as JSON, for who did not react to it. */
  text: string;
  /** Who reacted, by emoji; undefined where nobody did. */
  reactors: ReadonlyMap<string, ReadonlySet<string>> | undefined;
};
export type NewestPage = { listed: readonly Remembered[]; hasOlder: boolean };

export const newestPageSize = 50;
const newest = Number.MAX_SAFE_INTEGER;
const region = defineMemo<NewestPage>("messages.newest", { ttlSeconds: 120, max: 2_000 });

export async function newestPage(tx: ReadTx, roomId: string): Promise<NewestPage> {
  const found = await tx.memo(region, [roomId], async () => new Map([[roomId, await load(tx, roomId)]]));
  return found.get(roomId) ?? { listed: [], hasOlder: false };
}

async function load(tx: ReadTx, roomId: string): Promise<NewestPage> {
  const rows = await selectBefore(tx, roomId, newest, newestPageSize + 1);
  const hasOlder = rows.length > newestPageSize;
  const listed = rows.slice(-newestPageSize);
  const authors = await listAccountRefs(tx, [...new Set(listed.map((row) => row.author_id))]);
  const reactors = await selectAllReactors(
    tx,
    listed.filter((row) => row.reactions.length > 0).map((row) => row.id),
  );
  return {
    hasOlder,
    listed: listed.map((row) => {
      const message = viewMessage(row, authors.get(row.author_id));
      return { message, text: JSON.stringify(message), reactors: reactors.get(row.id) };
    }),
  };
}

/** The page as one reader sees it, and its JSON. */
export function pageFor(
  page: NewestPage,
  readerId: string,
  limit: number,
): { items: messages.Message[]; text: string } {
  const listed = page.listed.slice(-limit).map((one) => asSeenBy(one, readerId));
  return { items: listed.map(({ message }) => message), text: `[${listed.map(({ text }) => text).join(",")}]` };
}

function asSeenBy(remembered: Remembered, readerId: string): Pick<Remembered, "message" | "text"> {
  const { message, reactors } = remembered;
  if (!reactors?.values().some((people) => people.has(readerId))) return remembered;
  const isMine = (emoji: string) => reactors.get(emoji)?.has(readerId) ?? false;
  const reactions = message.reactions.map((one) => ({ ...one, mine: isMine(one.emoji) }));
  const own = { ...message, reactions };
  return { message: own, text: JSON.stringify(own) };
}

const changing: readonly EventDef[] = [
  messages.MessageSent,
  messages.MessageEdited,
  messages.MessageDeletedEvent,
  messages.MessageMovedAway,
  messages.ReactionAdded,
  messages.ReactionRemoved,
  messages.MessagePinned,
  messages.MessageUnpinned,
  rooms.RoomDeleted,
];

export const forgetNewest: readonly Ear[] = [
  ...changing.map((event) => ({
    event,
    hear: (platform: Parameters<Ear["hear"]>[0], { feed }: Parameters<Ear["hear"]>[1]) =>
      platform.memos.forget(region, feed.slice("room:".length)),
  })),
  // A name stands on every message of its bearer; it changes seldom.
  { event: accounts.ProfileChanged, hear: (platform) => platform.memos.forgetAll(region) },
];
