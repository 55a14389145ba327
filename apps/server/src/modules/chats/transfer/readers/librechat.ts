// An export of LibreChat: messages with their parents, in a list or one within the other.
import { createHash } from "node:crypto";
import type { Node } from "../tree.ts";
import { toTurns } from "../tree.ts";
import { clean, createLosses, type Draft, isObject, type Loose, listIn, textIn, timeIn } from "./draft.ts";

const nothing = "00000000-0000-0000-0000-000000000000";

export function readLibreChat(content: unknown): Draft[] | undefined {
  const conversations = Array.isArray(content) ? content : [content];
  const isTheirs = (one: unknown): one is Loose =>
    isObject(one) &&
    [one.messages, one.messagesTree].some((list) => listIn(list).every(isMessage) && Array.isArray(list));
  return conversations.length > 0 && conversations.every(isTheirs) ? conversations.map(toDraft) : undefined;
}

const isMessage = (value: unknown): value is Loose => isObject(value) && textIn(value.messageId) !== null;

function toDraft(conversation: Loose): Draft {
  const losses = createLosses();
  const all = flattened(listIn(conversation.messages ?? conversation.messagesTree));
  const nodes = all.map((message) => nodeOf(message, losses));
  const times = nodes.flatMap(({ at }) => at ?? []);
  const exportedAt = timeIn(conversation.exportAt);
  const createdAt =
    timeIn(conversation.createdAt) ?? (times.length > 0 ? times.reduce((a, b) => Math.min(a, b)) : (exportedAt ?? 0));
  const turns = toTurns(nodes, createdAt);
  return {
    key:
      textIn(conversation.conversationId) ??
      createHash("sha256")
        .update(JSON.stringify(nodes.map(({ id }) => id)))
        .digest("hex"),
    title: clean(textIn(conversation.title) ?? "Conversation"),
    createdAt: new Date(createdAt),
    turns,
    place: turns.at(-1)?.id ?? null,
    leftOut: losses.list(),
  };
}

/** Without recursion: a conversation may be thousands of messages deep. */
function flattened(messages: readonly unknown[]): Loose[] {
  const all: Loose[] = [];
  const open: { message: unknown; parentId: string | null }[] = messages.map((message) => ({
    message,
    parentId: null,
  }));
  for (let next = open.shift(); next; next = open.shift()) {
    const { message, parentId } = next;
    if (!isMessage(message)) continue;
    all.push({ ...message, parentMessageId: message.parentMessageId ?? parentId });
    for (const child of listIn(message.children)) open.push({ message: child, parentId: textIn(message.messageId) });
  }
  return all;
}

function nodeOf(message: Loose, losses: ReturnType<typeof createLosses>): Node {
  const isPerson = message.isCreatedByUser === true || /^user$/i.test(textIn(message.sender) ?? "");
  const content = listIn(message.content).filter(isObject);
  const texts = content.flatMap((part) => (part.type === "text" ? (textOf(part.text) ?? []) : []));
  losses.add("call of a tool, thought or picture", content.filter(({ type }) => type !== "text").length);
  losses.add("file", listIn(message.files).length);
  const body = clean(textIn(message.text)?.trim() ? (textIn(message.text) ?? "") : texts.join("\n\n"));
  const parentId = textIn(message.parentMessageId);
  return {
    id: textIn(message.messageId) ?? "",
    parentId: parentId === nothing ? null : parentId,
    author: {
      kind: isPerson ? "person" : "assistant",
      name: (textIn(message.sender) ?? (isPerson ? "You" : "Assistant")).slice(0, 200),
    },
    at: timeIn(message.createdAt),
    body: body.trim() === "" ? null : body,
    model: isPerson ? null : (textIn(message.model)?.slice(0, 200) ?? null),
    sources: [],
  };
}

const textOf = (text: unknown): string | null => textIn(text) ?? (isObject(text) ? textIn(text.value) : null);
