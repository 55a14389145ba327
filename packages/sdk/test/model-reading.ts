// The model's account of what Ana has read, derived plainly from all messages at each asking.
import type { messages, rooms } from "@althing/contract";
import { ana } from "./cast.ts";

type Message = messages.Message;
type Cursor = { lastReadSeq: number; threadsReadSeq: number; marks: { messageId: Message["id"]; seq: number }[] };

export class ModelReading {
  /** By root. */
  readonly standings = new Map<string, Omit<messages.ThreadStanding, "unread">>();
  readonly #messages: ReadonlyMap<string, Message>;
  readonly #cursors = new Map<string, Cursor>();

  constructor(messages: ReadonlyMap<string, Message>) {
    this.#messages = messages;
  }

  cursorOf(roomId: string): Cursor & { roomId: string } {
    return { roomId, ...(this.#cursors.get(roomId) ?? { lastReadSeq: 0, threadsReadSeq: 0, marks: [] }) };
  }

  read(roomId: string, seq: number | undefined, head: number): void {
    const before = this.cursorOf(roomId);
    const lastReadSeq = Math.max(before.lastReadSeq, seq ?? head);
    const threadsReadSeq = seq === undefined ? head : before.threadsReadSeq;
    const marks = before.marks.filter((mark) => mark.seq > lastReadSeq);
    this.#cursors.set(roomId, { lastReadSeq, threadsReadSeq, marks });
  }

  unread({ id: messageId, roomId, seq }: Message, only: boolean): void {
    const before = this.cursorOf(roomId);
    const isMark = only && seq <= before.lastReadSeq;
    const lastReadSeq = isMark || seq > before.lastReadSeq ? before.lastReadSeq : seq - 1;
    const others = before.marks.filter((mark) => mark.messageId !== messageId && mark.seq <= lastReadSeq);
    const marks = (isMark ? [...others, { messageId, seq }] : others).toSorted((a, b) => a.seq - b.seq);
    this.#cursors.set(roomId, { ...before, lastReadSeq, marks });
  }

  stand(root: Message, change: Partial<messages.ThreadStanding>): messages.ThreadStanding {
    const { unread: _, ...standing } = { ...this.standing(root), ...change };
    this.standings.set(root.id, standing);
    return this.standing(root);
  }

  standing(root: Message): messages.ThreadStanding {
    const standing = this.standings.get(root.id) ?? { following: false, muted: false, lastReadSeq: root.seq };
    return { ...standing, unread: this.standings.has(root.id) ? this.#waiting(root, standing.lastReadSeq).length : 0 };
  }

  unreadOf(roomId: string): rooms.Unread {
    const { lastReadSeq, threadsReadSeq, marks } = this.cursorOf(roomId);
    const marked = new Set<string>(marks.map(({ messageId }) => messageId));
    const counted = this.#ofOthers(roomId).filter(({ id, seq, parentId, alsoInRoom }) =>
      seq > lastReadSeq ? parentId === null || alsoInRoom : marked.has(id),
    );
    const threads = [...this.standings].flatMap(([rootId, standing]) => {
      const root = this.#messages.get(rootId);
      const isLoud = standing.following && !standing.muted && root?.roomId === roomId;
      return isLoud ? this.#waiting(root, standing.lastReadSeq) : [];
    });
    const firstUnreadSeq = counted.length > 0 ? Math.min(...counted.map(({ seq }) => seq)) : null;
    const numbers = { count: counted.length, mentions: 0, firstUnreadSeq, threads: threads.length };
    return { ...numbers, lastReadSeq, threadsReadSeq };
  }

  #waiting(root: Message, lastReadSeq: number): Message[] {
    const cursor = Math.max(lastReadSeq, this.cursorOf(root.roomId).threadsReadSeq);
    return this.#ofOthers(root.roomId).filter(
      ({ parentId, alsoInRoom, seq }) => parentId === root.id && !alsoInRoom && seq > cursor,
    );
  }

  #ofOthers(roomId: string): Message[] {
    return [...this.#messages.values()].filter(
      (message) => message.roomId === roomId && message.author.id !== ana.id && message.deletedAt === null,
    );
  }
}
