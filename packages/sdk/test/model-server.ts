// A model of the server: one workspace, a log per feed, and a line that loses, doubles, delays and breaks. All in memory
// and without a clock of its own, so that a run is the same each time.

import { type EventDef, type EventEnvelope, type FeedName, feedOf, messages, rooms } from "@althing/contract";
import type { z } from "zod";
import type { SocketLike } from "../src/index.ts";
import { aMessage, ana, anEvent, aProfile, aRoom, aWorkspace, ben, workspaceId } from "./cast.ts";
import { ModelReading } from "./model-reading.ts";
import { type Fault, ModelSocket } from "./model-socket.ts";

type Message = messages.Message;

export class ModelServer {
  readonly logs = new Map<FeedName, EventEnvelope[]>();
  readonly messages = new Map<string, Message>();
  /** What Ana has read. */
  readonly reading = new ModelReading(this.messages);
  readonly roomIds: string[];
  /** Messages as they came in, by HTTP or by the socket. */
  readonly sent: { readonly attachmentIds?: readonly string[] | undefined }[] = [];
  fault: Fault = "none";
  isDown = false;
  resumeLimit = 40;
  #sockets = new Set<ModelSocket>();
  #pins: Message["id"][] = [];

  constructor(roomIds: string[]) {
    this.roomIds = roomIds;
  }

  head(feed: FeedName): number {
    return this.logs.get(feed)?.length ?? 0;
  }

  post(roomId: string, body: string, author = ben, id: string = crypto.randomUUID()): Message {
    return this.messages.get(id) ?? this.#add(roomId, { id: id as Message["id"], body, author });
  }

  /** Whoever began a thread or writes in it follows it. */
  reply(root: Message, author: typeof ana, alsoInRoom: boolean): void {
    const id = crypto.randomUUID() as Message["id"];
    this.#add(root.roomId, { id, body: "reply", author, parentId: root.id, alsoInRoom });
    const follows = author === ana || root.author.id === ana.id;
    if (follows && !this.reading.standings.has(root.id)) this.stand(root, { following: true });
  }

  edit(
    message: Message,
    change: Partial<Message>,
    definition: typeof messages.MessageEdited | typeof messages.MessageDeletedEvent = messages.MessageEdited,
  ): void {
    const current = this.#stored(message.id);
    this.messages.set(message.id, { ...current, ...change, version: current.version + 1 });
    const next = this.view(message.id);
    this.#tellRoom(definition, message.roomId, {
      message: { ...next, reactions: next.reactions.map((one) => ({ ...one, mine: false })) },
      thread: this.#summary(next.parentId),
    });
  }

  /** Gives a reaction, or takes it back. */
  react(message: Message, account: typeof ana, added = true): void {
    const current = this.#stored(message.id);
    const before = current.reactions[0] ?? { emoji: "👍", count: 0, mine: false };
    const isMine = account === ana;
    if (isMine ? before.mine === added : !added && before.count === Number(before.mine)) return;
    const after = { ...before, count: before.count + (added ? 1 : -1), mine: isMine ? added : before.mine };
    this.messages.set(message.id, { ...current, reactions: after.count > 0 ? [after] : [] });
    const told = { messageId: message.id, emoji: "👍", account, count: after.count, reactedAt: message.createdAt };
    this.#tellRoom(added ? messages.ReactionAdded : messages.ReactionRemoved, message.roomId, told);
  }

  pin(message: Message, pinned: boolean): void {
    const current = this.#stored(message.id);
    if (current.pinned === pinned) return;
    const version = current.version + 1;
    this.messages.set(message.id, { ...current, pinned, version });
    this.#pins = this.#pins.filter((id) => id !== message.id);
    if (pinned) this.#pins.unshift(message.id);
    const told = { messageId: message.id, account: ben, version };
    if (pinned) this.#tellRoom(messages.MessagePinned, message.roomId, { ...told, pinnedAt: current.createdAt });
    else this.#tellRoom(messages.MessageUnpinned, message.roomId, told);
  }

  resolve(root: Message, resolvedAt: string | null): void {
    const thread = this.#summary(root.id);
    if (thread) this.edit(root, { thread: { ...thread, resolvedAt } });
  }

  /** Reads up to a number, or everything with its threads. */
  read(roomId: string, seq?: number): void {
    this.reading.read(roomId, seq, this.head(feedOf.room(roomId)));
    this.#tellCursor(roomId);
  }

  unread(message: Message, only: boolean): void {
    this.reading.unread(message, only);
    this.#tellCursor(message.roomId);
  }

  /** How Ana stands to a thread from now on. */
  stand(root: Message, change: Partial<messages.ThreadStanding>): void {
    const { unread: _, ...standing } = this.reading.stand(root, change);
    this.#tellAna(messages.ThreadRead, { roomId: root.roomId, rootId: root.id, standing });
  }

  /** Ana comes into a room, or goes out of it. */
  enter(roomId: string): void {
    this.roomIds.push(roomId);
    this.#tellAna(rooms.RoomEntered, { room: this.room(roomId) });
  }

  exit(roomId: string): void {
    this.roomIds.splice(this.roomIds.indexOf(roomId), 1);
    this.#tellAna(rooms.RoomExited, { roomId });
  }

  archive(roomId: string): void {
    this.#tellRoom(rooms.RoomArchivedEvent, roomId, { roomId, archivedAt: "2026-01-01T00:00:00Z", version: 1 });
  }

  revoke(feed: FeedName): void {
    for (const socket of this.#sockets) if (socket.followed.delete(feed)) socket.say({ op: "revoked", feed });
  }

  get followed(): FeedName[] {
    return [...this.#sockets].flatMap((socket) => [...socket.followed]).toSorted();
  }

  /** What stands in the room's own list. */
  listed(roomId: string): Message[] {
    return this.#viewAll((message) => message.roomId === roomId && (message.parentId === null || message.alsoInRoom));
  }

  replies(rootId: string): Message[] {
    return this.#viewAll(({ parentId }) => parentId === rootId);
  }

  pinned(roomId: string): Message[] {
    return this.#pins.map((id) => this.view(id)).filter((message) => message.roomId === roomId);
  }

  view(id: string): Message {
    return { ...this.#stored(id), thread: this.#summary(id) };
  }

  room(roomId: string): rooms.MyRoom {
    const head = this.head(feedOf.room(roomId));
    return aRoom({ id: roomId as rooms.RoomId, head, unread: this.reading.unreadOf(roomId) });
  }

  cut(): void {
    for (const socket of this.#sockets) socket.break();
    this.#sockets.clear();
  }

  /** `fetch` for the client. */
  readonly fetch = async (url: string, init: RequestInit): Promise<Response> => {
    if (this.isDown) throw new TypeError("fetch failed");
    const { pathname, searchParams } = new URL(url);
    const [, , , first = "", id = "", rest = "", messageId = "", part = ""] = pathname.split("/");
    const body = typeof init.body === "string" ? JSON.parse(init.body) : {};
    if (first === "batch") return this.#carryOut(body.requests);
    const path = [first, id, rest].join("/");
    const [data, page] =
      part === "thread" ? [this.#thread(messageId)] : this.#answer(init.method ?? "GET", path, id, searchParams, body);
    return envelope(data, page);
  };

  async #carryOut(requests: readonly { method: string; path: string }[]): Promise<Response> {
    const parts: unknown[] = [];
    for (const { method, path } of requests) {
      const answer = await this.fetch(`http://althing.test/api/v1${path}`, { method });
      parts.push({ status: answer.status, body: await answer.json() });
    }
    return envelope(parts);
  }

  #answer(
    method: string,
    path: string,
    id: string,
    query: URLSearchParams,
    body: { id?: string; body: string; attachmentIds?: string[] },
  ): [unknown, unknown?] {
    if (path === "realtime/ticket/") return [{ ticket: "ticket", expiresAt: "" }];
    if (path === "users/me/")
      return [{ ...aProfile(ana), busy: null, version: 1, head: this.head(feedOf.account(ana.id)), workspaces: [] }];
    if (path === "users/me/preferences") return [{}];
    if (path === `workspaces/${workspaceId}/`) return [{ ...aWorkspace(), head: 0 }];
    if (path === `workspaces/${workspaceId}/threads`) return [this.#threads(), { next: null, previous: null }];
    if (path.startsWith("workspaces/")) return [[], { next: null, previous: null }];
    if (path === "rooms//")
      return [query.get("archived") === "true" ? [] : this.roomIds.map((roomId) => this.room(roomId))];
    if (path === `rooms/${id}/`) return [this.room(id)];
    if (path === `rooms/${id}/pins`) return [this.pinned(id)];
    if (method === "POST") {
      this.sent.push(body);
      return [this.post(id, body.body, ana, body.id)];
    }
    return this.#page(id, query);
  }

  #page(roomId: string, query: URLSearchParams): [unknown, unknown] {
    const all = this.listed(roomId);
    const limit = 5;
    const at = all.findIndex(({ id }) => id === (query.get("before") ?? query.get("after")));
    const isAhead = query.has("after");
    const end = query.has("before") ? at : isAhead ? Math.min(at + 1 + limit, all.length) : all.length;
    const start = isAhead ? at + 1 : Math.max(0, end - limit);
    return [all.slice(start, end), { next: end < all.length ? "next" : null, previous: start > 0 ? "previous" : null }];
  }

  #thread(rootId: string) {
    const root = this.view(rootId);
    const standing = this.reading.standing(root);
    return { root, replies: this.replies(rootId), standing, hasMore: false, head: this.head(feedOf.room(root.roomId)) };
  }

  #threads() {
    const roots = [...this.reading.standings].filter(([, { following }]) => following).map(([id]) => this.view(id));
    return roots.map((root) => {
      return { root, standing: this.reading.standing(root), head: this.head(feedOf.room(root.roomId)) };
    });
  }

  #add(roomId: string, parts: Partial<Message> & Pick<Message, "id">): Message {
    const seq = this.head(feedOf.room(roomId)) + 1;
    const message = aMessage(seq, { roomId: roomId as Message["roomId"], ...parts });
    this.messages.set(message.id, message);
    this.#tellRoom(messages.MessageSent, roomId, { message, thread: this.#summary(message.parentId) });
    return message;
  }

  #stored(id: string): Message {
    const message = this.messages.get(id);
    if (!message) throw new Error(`There is no message ${id}`);
    return message;
  }

  #viewAll(fits: (message: Message) => boolean): Message[] {
    const found = [...this.messages.values()].filter(fits).toSorted((a, b) => a.seq - b.seq);
    return found.map(({ id }) => this.view(id));
  }

  #summary(rootId: string | null): messages.ThreadSummary | null {
    const replies = [...this.messages.values()].filter(({ parentId }) => parentId !== null && parentId === rootId);
    if (rootId === null || replies.length === 0) return null;
    const replyCount = replies.filter(({ deletedAt }) => deletedAt === null).length;
    const { thread } = this.#stored(rootId);
    return { replyCount, lastReplyAt: null, participantIds: [], resolvedAt: thread?.resolvedAt ?? null };
  }

  #tellCursor(roomId: string): void {
    this.#tellAna(messages.MessagesRead, this.reading.cursorOf(roomId));
  }

  #tellAna<E extends EventDef>(definition: E, data: z.input<E["payload"]>): void {
    this.#tell(definition, feedOf.account(ana.id), data);
  }

  #tellRoom<E extends EventDef>(definition: E, roomId: string, data: z.input<E["payload"]>): void {
    this.#tell(definition, feedOf.room(roomId), data);
  }

  #tell<E extends EventDef>(definition: E, feed: FeedName, data: z.input<E["payload"]>): void {
    const event = anEvent(definition, this.head(feed) + 1, data, feed);
    this.logs.set(feed, [...(this.logs.get(feed) ?? []), event]);
    for (const socket of this.#sockets) if (socket.followed.has(feed)) socket.deliver(event, this.fault);
  }

  /** `WebSocket` for the connection. */
  get WebSocket(): new (
    url: string,
  ) => SocketLike {
    const server = this;
    return class extends ModelSocket {
      constructor() {
        super(server);
        if (!server.isDown) server.#sockets.add(this);
      }
    };
  }
}

const envelope = (data: unknown, page?: unknown): Response =>
  ({
    ok: true,
    status: 200,
    headers: new Headers(),
    json: async () => ({ status: 200, data, page }),
  }) as Response;
