/**
 * The newest page of a room, which everyone opens it with, remembered encoded until anything in the room changes. What
 * differs by reader is which reactions are theirs: only who reacted to something on it has it encoded anew.
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
  /** Who reacted, by emoji; undefined where nobody did. */
  reactors: ReadonlyMap<string, ReadonlySet<string>> | undefined;
};
export type NewestPage = {
  listed: readonly Remembered[];
  hasOlder: boolean;
  /** The whole page as JSON for everyone who reacted to nothing on it. */
  text: string;
};

export const newestPageSize = 50;
const newest = Number.MAX_SAFE_INTEGER;
const region = defineMemo<NewestPage>("messages.newest", { ttlSeconds: 120, max: 2_000 });

export async function newestPage(tx: ReadTx, roomId: string): Promise<NewestPage> {
  const found = await tx.memo(region, [roomId], async () => new Map([[roomId, await load(tx, roomId)]]));
  return found.get(roomId) ?? { listed: [], hasOlder: false, text: "[]" };
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
  const remembered = listed.map((row) => ({
    message: viewMessage(row, authors.get(row.author_id)),
    reactors: reactors.get(row.id),
  }));
  return { hasOlder, listed: remembered, text: JSON.stringify(remembered.map(({ message }) => message)) };
}

/** The page as one reader sees it, and its JSON where it is the common one. */
export function pageFor(
  page: NewestPage,
  readerId: string,
  limit: number,
): { items: messages.Message[]; text: string | undefined } {
  const items = page.listed.slice(-limit).map((one) => asSeenBy(one, readerId));
  const isCommon = items.length === page.listed.length && items.every((one, at) => one === page.listed[at]?.message);
  return { items, text: isCommon ? page.text : undefined };
}

function asSeenBy({ message, reactors }: Remembered, readerId: string): messages.Message {
  const own = [...(reactors ?? [])].flatMap(([emoji, people]) => (people.has(readerId) ? [emoji] : []));
  if (own.length === 0) return message;
  return { ...message, reactions: message.reactions.map((one) => ({ ...one, mine: own.includes(one.emoji) })) };
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
