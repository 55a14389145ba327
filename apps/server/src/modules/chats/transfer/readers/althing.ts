import { createHash } from "node:crypto";
import { chats } from "@althing/contract";
import { toTurns } from "../tree.ts";
import { clean, type Draft, isObject } from "./draft.ts";

/** A conversation exported from here, from this installation or another. */
export function readAlthing(content: unknown): Draft[] | undefined {
  const files = Array.isArray(content) ? content : [content];
  if (!files.every((file) => isObject(file) && file.format === "althing.conversation")) return undefined;
  const read = files.map((file) => chats.Conversation.safeParse(file));
  const conversations = read.flatMap(({ data }) => data ?? []);
  return conversations.length === files.length && files.length > 0 ? conversations.map(toDraft) : undefined;
}

function toDraft({ title, createdAt, turns, place }: chats.Conversation): Draft {
  const nodes = turns.map((turn) => {
    const body = clean(turn.body);
    return { ...turn, at: Date.parse(turn.at), body: body.trim() === "" ? null : body };
  });
  const ids = JSON.stringify([createdAt, turns.map(({ id }) => id)]);
  return {
    key: createHash("sha256").update(ids).digest("hex"),
    title,
    createdAt: new Date(createdAt),
    turns: toTurns(nodes, Date.parse(createdAt)),
    place,
    leftOut: [],
  };
}
