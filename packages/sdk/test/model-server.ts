// A model of the server: one workspace, a log per feed, and a line that loses, doubles, delays and breaks. All in memory
// and without a clock of its own, so that a run is the same each time.

import { type EventEnvelope, type FeedName, feedOf, messages, type realtime, rooms } from "@althing/contract";
import type { SocketLike } from "../src/index.ts";
import { aMessage, ana, anEvent, aProfile, aRoom, aWorkspace, ben, workspaceId } from "./cast.ts";

export type Fault = "none" | "drop" | "double" | "reverse";

type ClientFrame = realtime.ClientFrameInput;
type Message = messages.Message;
type Listener = (event: never) => void;

export class ModelServer {
  readonly logs = new Map<FeedName, EventEnvelope[]>();
  readonly messages = new Map<string, Message>();
  /** By room. */
  readonly cursors = new Map<string, number>();
  readonly roomIds: string[];
  fault: Fault = "none";
  isDown = false;
  /** Followers further behind are told to reload. */
  resumeLimit = 40;
  #sockets = new Set<ModelSocket>();

  constructor(roomIds: string[]) {
    this.roomIds = roomIds;
  }

  head(feed: FeedName): number {
    return this.logs.get(feed)?.length ?? 0;
  }

  post(roomId: string, body: string, author = ben, id: string = crypto.randomUUID()): Message {
    const known = this.messages.get(id);
    if (known) return known;
    const seq = this.head(feedOf.room(roomId)) + 1;
    const message = aMessage(seq, { id: id as Message["id"], roomId: roomId as Message["roomId"], body, author });
    this.messages.set(id, message);
    this.#commit(anEvent(messages.MessageSent, seq, { message, thread: null }, feedOf.room(roomId)));
    return message;
  }

  edit(
    message: Message,
    change: Partial<Message>,
    definition: typeof messages.MessageEdited | typeof messages.MessageDeletedEvent,
  ): void {
    const current = this.messages.get(message.id) ?? message;
    const next = { ...current, ...change, version: current.version + 1 };
    this.messages.set(message.id, next);
    const feed = feedOf.room(message.roomId);
    this.#commit(
      anEvent(
        definition,
        this.head(feed) + 1,
        { message: { ...next, reactions: next.reactions.map((one) => ({ ...one, mine: false })) }, thread: null },
        feed,
      ),
    );
  }

  react(message: Message, account: typeof ana): void {
    const current = this.messages.get(message.id) ?? message;
    const before = current.reactions.find(({ emoji }) => emoji === "👍");
    if (account === ana && before?.mine) return;
    const after = { emoji: "👍", count: (before?.count ?? 0) + 1, mine: account === ana || (before?.mine ?? false) };
    this.messages.set(message.id, { ...current, reactions: [after] });
    const feed = feedOf.room(message.roomId);
    this.#commit(
      anEvent(
        messages.ReactionAdded,
        this.head(feed) + 1,
        { messageId: message.id, emoji: "👍", account, count: after.count },
        feed,
      ),
    );
  }

  read(roomId: string, lastReadSeq: number): void {
    this.cursors.set(roomId, lastReadSeq);
    const feed = feedOf.account(ana.id);
    this.#commit(
      anEvent(messages.MessagesRead, this.head(feed) + 1, { roomId, lastReadSeq, marks: [], threadsReadSeq: 0 }, feed),
    );
  }

  /** Ana comes into a room, or goes out of it. */
  enter(roomId: string): void {
    this.roomIds.push(roomId);
    const feed = feedOf.account(ana.id);
    this.#commit(anEvent(rooms.RoomEntered, this.head(feed) + 1, { room: this.room(roomId) }, feed));
  }

  exit(roomId: string): void {
    this.roomIds.splice(this.roomIds.indexOf(roomId), 1);
    const feed = feedOf.account(ana.id);
    this.#commit(anEvent(rooms.RoomExited, this.head(feed) + 1, { roomId }, feed));
  }

  archive(roomId: string): void {
    const feed = feedOf.room(roomId);
    const archived = { roomId, archivedAt: "2026-01-01T00:00:00Z", version: 1 };
    this.#commit(anEvent(rooms.RoomArchivedEvent, this.head(feed) + 1, archived, feed));
  }

  revoke(feed: FeedName): void {
    for (const socket of this.#sockets) if (socket.followed.delete(feed)) socket.say({ op: "revoked", feed });
  }

  get followed(): FeedName[] {
    return [...this.#sockets].flatMap((socket) => [...socket.followed]).toSorted();
  }

  listed(roomId: string): Message[] {
    return [...this.messages.values()].filter((message) => message.roomId === roomId).toSorted((a, b) => a.seq - b.seq);
  }

  room(roomId: string): rooms.MyRoom {
    const lastReadSeq = this.cursors.get(roomId) ?? 0;
    const unread = this.listed(roomId).filter(
      ({ seq, author, deletedAt }) => seq > lastReadSeq && author.id !== ana.id && deletedAt === null,
    );
    return aRoom({
      id: roomId as rooms.RoomId,
      head: this.head(feedOf.room(roomId)),
      unread: { count: unread.length, mentions: 0, firstUnreadSeq: unread[0]?.seq ?? null, threads: 0, lastReadSeq },
    });
  }

  cut(): void {
    for (const socket of this.#sockets) socket.break();
    this.#sockets.clear();
  }

  /** `fetch` for the client. */
  readonly fetch = async (url: string, init: RequestInit): Promise<Response> => {
    if (this.isDown) throw new TypeError("fetch failed");
    const { pathname, searchParams } = new URL(url);
    const [, , , first = "", id = "", rest = ""] = pathname.split("/");
    const body = typeof init.body === "string" ? JSON.parse(init.body) : {};
    const [data, page] = this.#answer(init.method ?? "GET", [first, id, rest].join("/"), id, searchParams, body);
    return {
      ok: true,
      status: 200,
      headers: new Headers(),
      json: async () => ({ status: 200, data, page }),
    } as Response;
  };

  #answer(
    method: string,
    path: string,
    id: string,
    query: URLSearchParams,
    body: { id?: string; body: string },
  ): [unknown, unknown?] {
    if (path === "realtime/ticket/") return [{ ticket: "ticket", expiresAt: "" }];
    if (path === "users/me/")
      return [{ ...aProfile(ana), busy: null, version: 1, head: this.head(feedOf.account(ana.id)), workspaces: [] }];
    if (path === "users/me/preferences") return [{}];
    if (path === `workspaces/${workspaceId}/`) return [{ ...aWorkspace(), head: 0 }];
    if (path.startsWith("workspaces/")) return [[], { next: null, previous: null }];
    if (path === "rooms//")
      return [query.get("archived") === "true" ? [] : this.roomIds.map((roomId) => this.room(roomId))];
    if (path === `rooms/${id}/`) return [this.room(id)];
    if (method === "POST") return [this.post(id, body.body, ana, body.id)];
    return this.#page(id, query);
  }

  #page(roomId: string, query: URLSearchParams): [unknown, unknown] {
    const all = this.listed(roomId);
    const limit = 5;
    const at = all.findIndex(({ id }) => id === (query.get("before") ?? query.get("after")));
    const end = query.has("before") ? at : query.has("after") ? Math.min(at + 1 + limit, all.length) : all.length;
    const start = query.has("after") ? at + 1 : Math.max(0, end - limit);
    return [all.slice(start, end), { next: end < all.length ? "next" : null, previous: start > 0 ? "previous" : null }];
  }

  #commit(event: EventEnvelope): void {
    const feed = event.feed as FeedName;
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

class ModelSocket implements SocketLike {
  readonly followed = new Set<FeedName>();
  readonly #server: ModelServer;
  readonly #listeners = new Map<string, Listener>();
  #held: EventEnvelope[] = [];
  #broken = false;

  constructor(server: ModelServer) {
    this.#server = server;
    queueMicrotask(() => (server.isDown ? this.break() : this.#tell("open", {})));
  }

  addEventListener(type: string, listener: Listener): void {
    this.#listeners.set(type, listener);
  }

  close(): void {
    this.#broken = true;
  }

  break(): void {
    if (!this.#broken) this.#tell("close", { code: 1006, reason: "" });
    this.#broken = true;
  }

  send(text: string): void {
    queueMicrotask(() => !this.#broken && this.#hear(JSON.parse(text) as ClientFrame));
  }

  deliver(event: EventEnvelope, fault: Fault): void {
    if (fault === "reverse") {
      this.#held.unshift(event);
      return;
    }
    const due = [event, ...this.#held];
    this.#held = [];
    if (fault === "drop") due.shift();
    this.say({ op: "events", events: fault === "double" ? [...due, ...due] : due });
  }

  say(frame: unknown): void {
    const data = JSON.stringify(frame);
    queueMicrotask(() => !this.#broken && this.#tell("message", { data }));
  }

  #hear(frame: ClientFrame): void {
    const server = this.#server;
    switch (frame.op) {
      case "hello":
        this.say({
          op: "ready",
          account: ana,
          sessionId: "s",
          heartbeatSeconds: 30,
          heads: this.#heads(frame.feeds ?? []),
          refused: [],
        });
        this.#follow(frame.feeds ?? []);
        break;
      case "subscribe":
        this.#follow(frame.feeds);
        this.say({ op: "subscribed", heads: this.#heads(frame.feeds), refused: [] });
        break;
      case "unsubscribe":
        for (const feed of frame.feeds) this.followed.delete(feed as FeedName);
        break;
      case "read":
        server.read(frame.roomId, frame.seq ?? server.head(feedOf.room(frame.roomId)));
        this.say({ op: "ack", key: frame.key });
        break;
      case "ping":
        this.say({ op: "pong", heads: this.#heads([...this.followed].map((feed) => ({ feed }))) });
        break;
      case "send": {
        const message = server.post(frame.roomId, frame.body, ana, frame.id);
        if (server.fault !== "drop") this.say({ op: "ack", key: frame.key, messageId: message.id, seq: message.seq });
      }
    }
  }

  #heads(feeds: readonly { feed: string }[]): Record<string, number> {
    return Object.fromEntries(feeds.map(({ feed }) => [feed, this.#server.head(feed as FeedName)]));
  }

  #follow(feeds: readonly { feed: string; after?: number | undefined }[]): void {
    for (const { feed, after = 0 } of feeds as { feed: FeedName; after?: number }[]) {
      const log = this.#server.logs.get(feed) ?? [];
      this.followed.add(feed);
      if (after > log.length || log.length - after > this.#server.resumeLimit)
        this.say({ op: "reload", feed, head: log.length });
      else if (after < log.length) this.say({ op: "events", events: log.slice(after) });
    }
  }

  #tell(type: string, event: unknown): void {
    this.#listeners.get(type)?.(event as never);
  }
}
