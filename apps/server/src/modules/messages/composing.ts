// From what was typed to what is stored: rendered once, with the mentions that count.
import type { messages } from "@althing/contract";
import type { ReadTx } from "../../kernel/tx.ts";
import { findAccountsByHandles } from "../accounts/index.ts";
import { membersAmong } from "../rooms/index.ts";
import { type EmojiUrls, listEmojiUrls } from "../workspaces/index.ts";
import { type ParsedMessage, parseMessage } from "./markdown/index.ts";
import { mentionables } from "./mentionables.ts";
import type { MentionRow } from "./tables.ts";

type Mentionable = { kind: "account"; id: string; name: string };
/** Who can be mentioned, by room and handle. */
type Mentionables = ReadonlyMap<string, ReadonlyMap<string, Mentionable>>;

type Text = { readonly roomId: string; readonly workspaceId: string; readonly parsed: ParsedMessage };
/** What a text may name where it is said. */
type Named = { readonly mentions: ReadonlyMap<string, Mentionable>; readonly customEmoji: EmojiUrls | undefined };
/** By room. */
export type NamedInRooms = ReadonlyMap<string, Named>;

/** What these texts name, asked in common. Asked before anything is locked, it may be remembered. */
export async function findNamed(tx: ReadTx, texts: readonly Text[]): Promise<NamedInRooms> {
  const people = await findMentionables(tx, texts);
  const withEmoji = texts.filter(({ parsed }) => parsed.shortcodes.length > 0);
  const emoji = await listEmojiUrls(
    tx,
    withEmoji.map(({ workspaceId }) => workspaceId),
  );
  return new Map(
    texts.map(({ roomId, workspaceId }) => [
      roomId,
      { mentions: people.get(roomId) ?? new Map(), customEmoji: emoji.get(workspaceId) },
    ]),
  );
}

async function findMentionables(tx: ReadTx, texts: readonly Text[]): Promise<Mentionables> {
  const found = new Map<string, Map<string, Mentionable>>();
  const handles = new Set(texts.flatMap(({ parsed }) => parsed.handles));
  if (handles.size === 0) return found;
  const accounts = await findAccountsByHandles(tx, [...handles]);
  for (const [roomId, inRoom] of Map.groupBy(texts, (text) => text.roomId)) {
    const named = new Set(inRoom.flatMap(({ parsed }) => parsed.handles));
    const candidates = accounts.filter(({ handle }) => named.has(handle));
    const members = await membersAmong(
      tx,
      roomId,
      candidates.map(({ id }) => id),
    );
    const absent = candidates.filter(({ id, kind }) => kind === "assistant" && !members.has(id));
    const invited = await mentionables.among(tx, inRoom[0]?.workspaceId ?? "", absent);
    const present = candidates.filter(({ id }) => members.has(id) || invited.has(id));
    found.set(roomId, new Map(present.map(({ handle, id, name }) => [handle, { kind: "account", id, name }])));
  }
  return found;
}

export type Composed = { html: string; mentions: MentionRow[] };
type Allowed = messages.AllowedMentions;

export function compose(
  parsed: ParsedMessage,
  named: Named | undefined,
  allowed: Allowed | undefined,
  mayMentionAll: boolean,
  mayLink?: (address: string) => boolean,
): Composed {
  const { html, mentions } = parsed.render({
    mentions: named?.mentions ?? new Map(),
    customEmoji: named?.customEmoji,
    mayLink,
    allowedMentions: {
      accounts: allowed?.accountIds,
      room: mayMentionAll && (allowed?.room ?? true),
      here: mayMentionAll && (allowed?.here ?? true),
    },
  });
  return {
    html: html.trimEnd(),
    mentions: mentions.map((mention) =>
      "id" in mention ? { kind: "account", id: mention.id } : { kind: mention.kind, id: null },
    ),
  };
}

export { parseMessage };
