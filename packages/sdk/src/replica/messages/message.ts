// Single messages: taking one in, and what the reader has to do with it.
import type { messages } from "@althing/contract";
import { change, put, putAll } from "../records.ts";
import type { Replica } from "../state.ts";

type Message = messages.Message;

/** Whether it stands in the room's own list, and not in a thread alone. */
export const isInRoom = (message: Message): boolean => message.parentId === null || message.alsoInRoom;

/** Whether it could ever be unread for this account. */
export const isOfOthers = (replica: Replica, message: Message): boolean =>
  message.kind === "message" && message.deletedAt === null && message.author.id !== replica.accountId;

export const mentionsMe = (replica: Replica, message: Message): boolean =>
  message.mentions.some(({ kind, id }) => (kind === "account" ? id === replica.accountId : true));

/** Takes the message of an event, unless a page brought a later version. Its `mine` says nothing, so what was known stays. */
export function withMessage(replica: Replica, message: Message): Replica {
  const held = replica.messages[message.id];
  if (held && held.version > message.version) return replica;
  const mine = new Set(held?.reactions.filter((reaction) => reaction.mine).map(({ emoji }) => emoji));
  const reactions = message.reactions.map((reaction) => ({ ...reaction, mine: mine.has(reaction.emoji) }));
  return { ...replica, messages: put(replica.messages, message.id, { ...message, reactions }) };
}

/** Takes messages of an answer. One read from a database that lags behind does not undo what is known. */
export function withLoaded(replica: Replica, loaded: readonly Message[]): Replica {
  const isNews = ({ id, version }: Message) => (replica.messages[id]?.version ?? 0) <= version;
  const news = loaded.filter(isNews).map((message) => [message.id, message] as const);
  return { ...replica, messages: putAll(replica.messages, news) };
}

export const withThreadSummary = (
  replica: Replica,
  rootId: string | null,
  thread: messages.ThreadSummary | null,
): Replica => ({
  ...replica,
  messages: change(replica.messages, rootId, (root) => ({ ...root, thread })),
});
