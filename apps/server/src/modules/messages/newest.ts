/**
 * The newest page of a room, which everyone opens it with, remembered until anything in the room changes. What differs by
 * reader is which reactions are theirs: whoever reacted to nothing on it is given the same page as all the others.
 */
import type { EventDef } from "@althing/contract";
import { accounts, messages, rooms } from "@althing/contract";
import { LRUCache } from "lru-cache";
import { StandingPage } from "../../kernel/call.ts";
import { defineMemo } from "../../kernel/memo.ts";
import type { Ear } from "../../kernel/module.ts";
import type { ReadTx } from "../../kernel/tx.ts";
import { listAccountRefs } from "../accounts/index.ts";
import { selectBefore } from "./store/messages.ts";
import { selectAllReactors } from "./store/reactions.ts";
import { viewMessage } from "./views.ts";

type Remembered = {
  message: messages.Message;
  /** Who reacted, by emoji; undefined where nobody did. */
  reactors: ReadonlyMap<string, ReadonlySet<string>> | undefined;
};
type Page = StandingPage<messages.Message, { before: number }>;
export type NewestPage = {
  listed: readonly Remembered[];
  hasOlder: boolean;
  /** Everyone who reacted to something on it. */
  reactorIds: ReadonlySet<string>;
  /** As it was given, by the length and, of who reacted, by the reader. */
  given: LRUCache<string, Page>;
};

export const newestPageSize = 50;
const newest = Number.MAX_SAFE_INTEGER;
const region = defineMemo<NewestPage>("messages.newest", { ttlSeconds: 120, max: 1_000 });
const mostGiven = 8;

/** The room's newest messages as one reader sees them. */
export async function newestPage(tx: ReadTx, roomId: string, readerId: string, limit: number): Promise<Page> {
  const found = await tx.memo(region, [roomId], async () => new Map([[roomId, await load(tx, roomId)]]));
  const page = found.get(roomId);
  if (!page) throw new Error("The newest page was loaded and is not there");
  const key = `${limit} ${page.reactorIds.has(readerId) ? readerId : ""}`;
  const given = page.given.get(key) ?? pageFor(page, readerId, limit);
  page.given.set(key, given);
  return given;
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
  const peopleByEmoji = [...reactors.values()].flatMap((byEmoji) => [...byEmoji.values()]);
  return {
    hasOlder,
    listed: listed.map((row) => ({
      message: viewMessage(row, authors.get(row.author_id)),
      reactors: reactors.get(row.id),
    })),
    reactorIds: new Set(peopleByEmoji.flatMap((people) => [...people])),
    given: new LRUCache({ max: mostGiven }),
  };
}

function pageFor({ listed, hasOlder }: NewestPage, readerId: string, limit: number): Page {
  const items = listed.slice(-limit).map((one) => asSeenBy(one, readerId));
  const [first] = items;
  const isCut = hasOlder || listed.length > items.length;
  return new StandingPage(items, { previous: first && isCut ? { before: first.seq } : undefined });
}

function asSeenBy({ message, reactors }: Remembered, readerId: string): messages.Message {
  if (!reactors) return message;
  const isMine = (emoji: string) => reactors.get(emoji)?.has(readerId) ?? false;
  return { ...message, reactions: message.reactions.map((one) => ({ ...one, mine: isMine(one.emoji) })) };
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
