/** Keeps the index of passages: from the events alone, a second or so after they happened, and never on the way of a message. */
import { messages, parseFeed, rooms } from "@althing/contract";
import { type HeardEvent, isEvent, type LogListener } from "../../../kernel/module.ts";
import { microseconds } from "../../../kernel/tx.ts";
import { bodyText } from "../../messages/index.ts";
import { deleteRoomPassages } from "../jobs/delete-room-passages.ts";
import { toPassage } from "../passages.ts";
import { deletePassages, lockPassages, type NewPassage, type Placed, upsertPassages } from "../store/passages.ts";

export const indexMessages: LogListener = {
  name: "knowledge.index_messages",
  events: [
    messages.MessageSent,
    messages.MessageEdited,
    messages.MessageDeletedEvent,
    messages.MessageMovedAway,
    rooms.RoomDeleted,
  ],
  patient: true,
  async hear(tx, events) {
    const { passages, gone, rooms: deleted } = fold(events);
    await lockPassages(tx);
    await deletePassages(tx, gone);
    await upsertPassages(tx, passages);
    for (const roomId of deleted) await tx.enqueue(deleteRoomPassages, { roomId }, { key: `passages ${roomId}` });
  },
};

/** What many events come to: the last word on each message counts. */
function fold(events: readonly HeardEvent[]): { passages: NewPassage[]; gone: Placed[]; rooms: Set<string> } {
  const latest = new Map<string, NewPassage>();
  const gone: Placed[] = [];
  const deleted = new Set<string>();
  const leave = (messageId: string, roomId: string) => {
    gone.push({ messageId, roomId });
    if (latest.get(messageId)?.room_id === roomId) latest.delete(messageId);
  };
  for (const event of events) {
    if (isEvent(event, messages.MessageSent) || isEvent(event, messages.MessageEdited)) {
      const { message } = event.data;
      const passage = isSaidByPeople(message) ? passageOf(message) : undefined;
      if (passage) latest.set(message.id, passage);
      else leave(message.id, message.roomId);
    } else if (isEvent(event, messages.MessageDeletedEvent)) {
      leave(event.data.message.id, event.data.message.roomId);
    } else if (isEvent(event, messages.MessageMovedAway)) {
      const roomId = parseFeed(event.feed).id;
      // Within one room it only changed its place, which the event of its arrival tells.
      if (event.data.toRoomId !== roomId) for (const messageId of event.data.messageIds) leave(messageId, roomId);
    } else if (isEvent(event, rooms.RoomDeleted)) {
      deleted.add(event.data.roomId);
    }
  }
  return { passages: [...latest.values()], gone, rooms: deleted };
}

/** What an assistant said rests on what people said: it is no evidence of its own. */
const isSaidByPeople = ({ kind, author }: messages.Message): boolean =>
  kind === "message" && author.kind !== "assistant";

const passageOf = (message: messages.Message): NewPassage | undefined =>
  toPassage({
    message_id: message.id,
    room_id: message.roomId,
    root_id: message.parentId,
    author_id: message.author.id,
    seq: message.seq,
    stamp: stampOf(message.createdAt),
    text: bodyText(message.body),
  });

/** Times of messages have microseconds, which a Date would lose. */
const stampOf = (at: string): number => microseconds(new Date(at)) + Number(/\.\d{3}(\d{3})Z$/.exec(at)?.[1] ?? 0);
