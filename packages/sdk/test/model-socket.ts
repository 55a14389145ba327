// The model's end of a line: it answers frames, and loses, doubles and delays events as it is told.
import type { EventEnvelope, FeedName, messages, realtime } from "@althing/contract";
import type { SocketLike } from "../src/index.ts";
import { ana } from "./cast.ts";

export type Fault = "none" | "drop" | "double" | "reverse";
type ClientFrame = realtime.ClientFrameInput;
type Listener = (event: never) => void;

/** What a line asks of the server behind it. */
type Answering = {
  readonly logs: ReadonlyMap<FeedName, readonly EventEnvelope[]>;
  readonly fault: Fault;
  /** Messages as they came in. */
  readonly sent: { readonly attachmentIds?: readonly string[] | undefined }[];
  readonly isDown: boolean;
  /** Followers further behind are told to reload. */
  readonly resumeLimit: number;
  head(feed: FeedName): number;
  read(roomId: string, seq?: number): void;
  post(roomId: string, body: string, author: typeof ana, id?: string): messages.Message;
};

export class ModelSocket implements SocketLike {
  readonly followed = new Set<FeedName>();
  readonly #server: Answering;
  readonly #listeners = new Map<string, Listener>();
  #held: EventEnvelope[] = [];
  #broken = false;

  constructor(server: Answering) {
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
        server.read(frame.roomId, frame.seq);
        this.say({ op: "ack", key: frame.key });
        break;
      case "ping":
        this.say({ op: "pong", heads: this.#heads([...this.followed].map((feed) => ({ feed }))) });
        break;
      case "send": {
        server.sent.push(frame);
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
