// `conversations.json` of ChatGPT: a tree of nodes by id, of which many say nothing that people see.
import { createHash } from "node:crypto";
import type { Node } from "../tree.ts";
import { toTurns } from "../tree.ts";
import { clean, createLosses, type Draft, isObject, type Loose, listIn, textIn, timeIn } from "./draft.ts";

export function readChatGpt(content: unknown): Draft[] | undefined {
  const conversations = Array.isArray(content) ? content : [content];
  const isTheirs = (one: unknown): one is Loose => isObject(one) && isObject(one.mapping);
  return conversations.length > 0 && conversations.every(isTheirs) ? conversations.map(toDraft) : undefined;
}

function toDraft(conversation: Loose): Draft {
  const losses = createLosses();
  const createdAt = timeIn(conversation.create_time) ?? 0;
  const mapping = isObject(conversation.mapping) ? conversation.mapping : {};
  const nodes = Object.entries(mapping).flatMap(([id, node]) => (isObject(node) ? nodeOf(id, node, losses) : []));
  const id = textIn(conversation.conversation_id) ?? textIn(conversation.id);
  return {
    key:
      id ??
      createHash("sha256")
        .update(JSON.stringify(Object.keys(mapping)))
        .digest("hex"),
    title: clean(textIn(conversation.title) ?? "Conversation"),
    createdAt: new Date(createdAt),
    turns: toTurns(nodes, createdAt),
    place: textIn(conversation.current_node),
    leftOut: losses.list(),
  };
}

type Losses = ReturnType<typeof createLosses>;

function nodeOf(id: string, node: Loose, losses: Losses): Node {
  const message = isObject(node.message) ? node.message : {};
  const author = isObject(message.author) ? message.author : {};
  const metadata = isObject(message.metadata) ? message.metadata : {};
  const role = textIn(author.role);
  const isHidden = metadata.is_visually_hidden_from_conversation === true;
  const isSpoken = (role === "user" || role === "assistant") && !isHidden;
  const body = isSpoken ? bodyOf(isObject(message.content) ? message.content : {}, losses) : null;
  if (role === "tool" && !isHidden) losses.add("result of a tool");
  return {
    id,
    parentId: textIn(node.parent),
    author: role === "assistant" ? { kind: "assistant", name: "ChatGPT" } : { kind: "person", name: "You" },
    at: timeIn(message.create_time),
    body,
    model: role === "assistant" ? textIn(metadata.model_slug) : null,
    sources: [],
  };
}

function bodyOf(content: Loose, losses: Losses): string | null {
  const kind = textIn(content.content_type) ?? "text";
  if (kind === "code") return fenced(textIn(content.text) ?? "", textIn(content.language) ?? "");
  if (kind !== "text" && kind !== "multimodal_text") {
    losses.add(kind.replaceAll("_", " "));
    return null;
  }
  const parts = listIn(content.parts);
  const texts = parts.flatMap((part) => textIn(part) ?? (isObject(part) ? (textIn(part.text) ?? []) : []));
  losses.add("picture or file", parts.length - texts.length);
  const body = clean(texts.join("\n\n"));
  return body.trim() === "" ? null : body;
}

const fenced = (code: string, language: string): string | null =>
  code.trim() === ""
    ? null
    : `\`\`\`${/^[\w+-]+$/.test(language) && language !== "unknown" ? language : ""}\n${clean(code)}\n\`\`\``;
