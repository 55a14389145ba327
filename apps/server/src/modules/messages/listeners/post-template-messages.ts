/** A room that was made from a template begins with its messages, said by whoever made the room, and pinned. */
import { type accounts, feedOf, messages, rooms } from "@althing/contract";
import { type HeardEvent, isEvent, type LogListener } from "../../../kernel/module.ts";
import type { WriteTx } from "../../../kernel/tx.ts";
import { listAccountRefs } from "../../accounts/index.ts";
import { findRooms } from "../../rooms/index.ts";
import { compose, findNamed, parseMessage } from "../composing.ts";
import { insertMentions } from "../store/mentions.ts";
import { insertMessages, type NewMessage, newRow, updateMessage } from "../store/messages.ts";
import { viewMessage } from "../views.ts";

type Made = { workspaceId: string; roomId: string; author: accounts.AccountRef; bodies: readonly string[] };

export const postTemplateMessages: LogListener = {
  name: "messages.post_template_messages",
  events: [rooms.RoomMadeFromTemplate],
  async hear(tx, events) {
    for (const made of await listMade(tx, events)) await post(tx, made);
  },
};

/** What is to be said where; nothing in rooms that are gone already. */
async function listMade(tx: WriteTx, events: readonly HeardEvent[]): Promise<Made[]> {
  const heard = events.filter((event) => isEvent(event, rooms.RoomMadeFromTemplate));
  const present = await findRooms(
    tx,
    heard.map(({ data }) => data.roomId),
  );
  const refs = await listAccountRefs(tx, [...new Set(heard.flatMap(({ actor }) => actor ?? []))]);
  return heard.flatMap(({ actor, data: { workspaceId, roomId, pinnedMessages } }) => {
    const author = refs.get(actor ?? "");
    return author && present.has(roomId) ? { workspaceId, roomId, author, bodies: pinnedMessages } : [];
  });
}

async function post(tx: WriteTx, made: Made): Promise<void> {
  const { roomId, author } = made;
  const feed = feedOf.room(roomId);
  const sent = (await composeAll(tx, made)).map((parts) => {
    const emitted = tx.emit(
      messages.MessageSent,
      feed,
      (position) => ({ message: viewMessage(newRow({ ...parts, ...position }), author), thread: null }),
      { stamp: true, by: author.id },
    );
    return { parts, emitted, pinnedAt: tx.now };
  });
  // The last pinned stands first: so the first is pinned last, each in a millisecond of its own.
  sent.toReversed().forEach((one, index) => {
    one.pinnedAt = new Date(tx.now.getTime() + index);
    const pinned = { messageId: one.parts.id as messages.MessageId, account: author, version: 2 };
    tx.emit(messages.MessagePinned, feed, { ...pinned, pinnedAt: one.pinnedAt.toISOString() }, { by: null });
  });
  tx.onNumbered(async () => {
    const rows = sent.map(({ parts, emitted }) => newRow({ ...parts, ...emitted.position }));
    await insertMessages(tx, rows);
    await insertMentions(tx, rows);
    for (const [index, row] of rows.entries()) {
      await updateMessage(tx, row, { pinned_at: sent[index]?.pinnedAt ?? tx.now, version: 2 });
    }
  });
}

/** Nobody is rung: they may be named, but not all at once. */
async function composeAll(
  tx: WriteTx,
  { workspaceId, roomId, author, bodies }: Made,
): Promise<Omit<NewMessage, "seq" | "stamp">[]> {
  const texts = bodies.map((body) => ({ body, roomId, workspaceId, parsed: parseMessage(body) }));
  const named = (await findNamed(tx, texts)).get(roomId);
  return texts.map(({ body, parsed }) => ({
    id: tx.newId(),
    room_id: roomId,
    kind: "message",
    author_id: author.id,
    parent_id: null,
    in_room: true,
    body,
    ...compose(parsed, named, undefined, false),
    silent: true,
    system: null,
  }));
}
