/** Joins, leaves, renames and pins become messages of the system, where the room shows them. The id is the event's, so none comes twice. */
import { type accounts, feedOf, messages, rooms } from "@althing/contract";
import { type HeardEvent, isEvent, type LogListener } from "../../../kernel/module.ts";
import type { WriteTx } from "../../../kernel/tx.ts";
import { listAccountRefs } from "../../accounts/index.ts";
import { findRooms, type RoomFacts } from "../../rooms/index.ts";
import { insertMessages, newRow, selectByIds } from "../store/messages.ts";
import { viewMessage } from "../views.ts";

type Note = {
  id: string;
  at: string;
  roomId: string;
  /** Who did it. */
  authorId: string;
  /** Whom it happened to, where that is somebody else. */
  aboutId?: string;
  kind: messages.SystemNote["kind"];
  text: string | null;
  words: string;
  shownBy: keyof RoomFacts["systemMessages"];
};

export const postSystemMessages: LogListener = {
  name: "messages.post_system_messages",
  events: [rooms.RoomMemberJoined, rooms.RoomMemberLeft, rooms.RoomUpdated, messages.MessagePinned],
  async hear(tx, events) {
    const notes = events.flatMap((event) => noteOf(event) ?? []);
    if (notes.length === 0) return;
    const present = await findRooms(tx, [...new Set(notes.map(({ roomId }) => roomId))]);
    const known = new Set(
      (
        await selectByIds(
          tx,
          notes.map(({ id }) => id),
        )
      ).map(({ id }) => id),
    );
    const wanted = notes.filter(({ id, roomId, shownBy, at }) => {
      const room = present.get(roomId);
      // Who was there from the beginning did not join.
      const isFounding = shownBy === "joins" && at === room?.createdAt.toISOString();
      return room?.systemMessages[shownBy] && !isFounding && !known.has(id);
    });
    const refs = await listAccountRefs(tx, [...new Set(wanted.map(({ authorId }) => authorId))]);
    for (const note of wanted) post(tx, note, refs.get(note.authorId));
  },
};

function post(tx: WriteTx, note: Note, author: accounts.AccountRef | undefined): void {
  const { id, roomId, authorId, aboutId = authorId, kind, text, words } = note;
  const parts = {
    id,
    room_id: roomId,
    kind: "system" as const,
    author_id: authorId,
    parent_id: null,
    in_room: true,
    body: words,
    html: `<p>${escapeHtml(words)}</p>`,
    mentions: [],
    silent: true,
    system: { kind, accountId: aboutId, text },
  };
  const sent = tx.emit(
    messages.MessageSent,
    feedOf.room(roomId),
    (position) => ({ message: viewMessage(newRow({ ...parts, ...position }), author), thread: null }),
    { stamp: true, by: authorId },
  );
  tx.onNumbered(() => insertMessages(tx, [{ ...parts, ...sent.position }]));
}

function noteOf(event: HeardEvent): Note | undefined {
  const { id, at } = event;
  if (isEvent(event, rooms.RoomMemberJoined)) {
    const { roomId, member, addedBy } = event.data;
    const byOther = addedBy !== null && addedBy !== member.id;
    const words = byOther ? `added ${member.name} to the room` : "joined the room";
    return {
      id,
      at,
      roomId,
      authorId: byOther ? addedBy : member.id,
      aboutId: member.id,
      kind: byOther ? "added" : "joined",
      text: null,
      words,
      shownBy: "joins",
    };
  }
  if (isEvent(event, rooms.RoomMemberLeft)) {
    const { roomId, accountId, removedBy } = event.data;
    const byOther = removedBy !== null && removedBy !== accountId;
    const words = byOther ? "removed someone from the room" : "left the room";
    return {
      id,
      at,
      roomId,
      authorId: byOther ? removedBy : accountId,
      aboutId: accountId,
      kind: byOther ? "removed" : "left",
      text: null,
      words,
      shownBy: "leaves",
    };
  }
  if (isEvent(event, rooms.RoomUpdated)) {
    const { room, previousName } = event.data;
    if (!event.feed.startsWith("room:") || previousName === null || previousName === room.name || !event.actor)
      return undefined;
    const words = `renamed the room from ${previousName} to ${room.name}`;
    return {
      id,
      at,
      roomId: room.id,
      authorId: event.actor,
      kind: "renamed",
      text: room.name,
      words,
      shownBy: "renames",
    };
  }
  if (isEvent(event, messages.MessagePinned)) {
    // What a template pinned is not told: nobody pinned it by hand.
    if (!event.actor) return undefined;
    const { account, messageId } = event.data;
    const roomId = event.feed.slice("room:".length);
    return {
      id,
      at,
      roomId,
      authorId: account.id,
      kind: "pinned",
      text: messageId,
      words: "pinned a message",
      shownBy: "pins",
    };
  }
  return undefined;
}

const escapeHtml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
