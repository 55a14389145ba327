/**
 * The live connection: events in order per feed, each once. When the line is lost it comes back after a random delay and
 * every feed goes on where it was. A failure of the line is a status, never an error.
 */
import type { EventEnvelope, FeedName, Problem, realtime } from "@althing/contract";
import { v7 as uuid } from "uuid";
import type { Client } from "../client.ts";
import { type Clock, systemClock } from "../clock.ts";
import { NetworkError } from "../errors.ts";
import { createSource, type Signal } from "../signal.ts";
import { Feeds, type Following } from "./feeds.ts";
import { Line } from "./line.ts";
import { type Ack, Replies } from "./replies.ts";
import type { Ready, SocketConstructor } from "./socket.ts";
import type { LiveStatus } from "./status.ts";
import { detectSurroundings, type Surroundings } from "./surroundings.ts";

type FrameOf<Op extends realtime.ClientFrameInput["op"]> = Omit<Extract<realtime.ClientFrameInput, { op: Op }>, "op">;

export type LiveOptions = {
  client: Client;
  /** Feeds to follow from the first hello on. */
  follow?: readonly Following[];
  /** Needed on Node 20, which has none of its own. */
  WebSocket?: SocketConstructor;
  /** Names this device to the server. */
  device?: string;
  /** Someone further behind in a feed than this many events fetches it anew; 2,000 unless told. */
  mostMissed?: number;
  surroundings?: Surroundings;
  clock?: Clock;
  random?: () => number;
};

/** The one socket of a client. Nothing happens before `start`. Throws a `TypeError` where there is no WebSocket. */
export const createLive = (options: LiveOptions): Live => new Live(options);

const feedsPerFrame = 500;

export class Live {
  readonly #line: Line;
  readonly #feeds: Feeds;
  readonly #replies: Replies;
  readonly #events = createSource<readonly EventEnvelope[]>();
  readonly #reloads = createSource<{ feed: FeedName; head: number }>();
  readonly #revocations = createSource<FeedName>();
  readonly #problems = createSource<Problem>();
  readonly #mostMissed: number;
  #presence: "online" | "away" | undefined;
  /** The feeds that the last hello named. */
  #greeted: ReadonlySet<FeedName> = new Set();

  constructor(options: LiveOptions) {
    const WebSocket = options.WebSocket ?? (globalThis.WebSocket as SocketConstructor | undefined);
    if (!WebSocket) throw new TypeError("There is no global WebSocket here: pass one as `WebSocket`");
    const { client, clock = systemClock, random = Math.random, surroundings = detectSurroundings() } = options;
    this.#mostMissed = options.mostMissed ?? 2_000;
    this.#replies = new Replies(clock);
    this.#feeds = new Feeds({
      clock,
      deliver: (events) => this.#events.emit(events),
      resume: (followings) => this.#subscribe(followings),
    });
    this.#line = new Line({
      client,
      WebSocket,
      surroundings,
      clock,
      random,
      greet: (ticket) => this.#greeting(ticket, options.device),
      onReady: (ready) => this.#ready(ready),
      onFrame: (frame) => this.#hear(frame),
      onDown: () => {
        this.#feeds.pause();
        this.#replies.abandonAll();
      },
    });
    for (const following of options.follow ?? []) this.#feeds.follow(following);
  }

  get status(): LiveStatus {
    return this.#line.status;
  }
  get onStatus(): Signal<LiveStatus>["on"] {
    return this.#line.statuses.on;
  }
  /** Durable events in order, each once; ephemeral ones (`seq` 0) as they come. */
  get onEvents(): Signal<readonly EventEnvelope[]>["on"] {
    return this.#events.on;
  }
  /** Too far behind: fetch what the feed tells about anew, then `follow` it from the snapshot's head. */
  get onReload(): Signal<{ feed: FeedName; head: number }>["on"] {
    return this.#reloads.on;
  }
  /** A feed that may no longer be followed, or never could be. It is dropped already. */
  get onRevoked(): Signal<FeedName>["on"] {
    return this.#revocations.on;
  }
  /** What the server objects to in a frame that waits for no answer. */
  get onProblem(): Signal<Problem>["on"] {
    return this.#problems.on;
  }

  /** The last number that was given out of each feed that is followed; none where nothing is known of it yet. */
  get positions(): readonly Following[] {
    return this.#feeds.positions();
  }

  /** Connects and stays connected until `stop`. Also begins again after `ended`. */
  start(): void {
    this.#line.start();
  }

  stop(): void {
    this.#line.stop();
  }

  /** Follows feeds, each after the last number one has; again from there if it is followed already. */
  follow(followings: readonly Following[]): void {
    for (const following of followings) this.#feeds.follow(following);
    this.#subscribe(followings);
  }

  unfollow(feeds: readonly FeedName[]): void {
    const followed = feeds.filter((feed) => this.#feeds.unfollow(feed));
    if (followed.length > 0) this.#line.send({ op: "unsubscribe", feeds: followed });
  }

  /**
   * Posts a message; resolves when it is stored. Rejects with an `AlthingError` when refused, and with a
   * `NetworkError` when nobody knows: send it again with the same `id`.
   */
  send(message: Omit<FrameOf<"send">, "key">): Promise<Ack> {
    const key = uuid();
    return this.#ask(key, { op: "send", key, ...message });
  }

  /** Says that a room is read, up to `seq` or entirely. */
  async read(cursor: Omit<FrameOf<"read">, "key">): Promise<void> {
    const key = uuid();
    await this.#ask(key, { op: "read", key, ...cursor });
  }

  /** Lost without a word while the line is down, as all signs are. */
  typing(sign: FrameOf<"typing">): void {
    this.#line.send({ op: "typing", ...sign });
  }

  /** Remembered, and told again after each reconnect. */
  presence(state: "online" | "away"): void {
    this.#presence = state;
    this.#line.send({ op: "presence", state });
  }

  #subscribe(followings: readonly Following[]): void {
    for (const feeds of chunks(followings)) this.#line.send({ op: "subscribe", feeds });
  }

  #greeting(ticket: string, device: string | undefined): realtime.ClientFrameInput[] {
    const positions = this.#feeds.positions();
    this.#greeted = new Set(positions.map(({ feed }) => feed));
    const [first = [], ...rest] = chunks(positions);
    const more = rest.map((feeds) => ({ op: "subscribe" as const, feeds }));
    return [{ op: "hello", ticket, feeds: first, device }, ...more];
  }

  #ready(ready: Ready): void {
    if (this.#presence) this.presence(this.#presence);
    // What was followed between our hello and this answer has not been told yet.
    this.#subscribe(this.#feeds.positions().filter(({ feed }) => !this.#greeted.has(feed)));
    this.#subscribed(ready);
  }

  #subscribed(answer: { heads: Record<string, number>; refused: readonly string[] }): void {
    for (const { feed, after } of this.#feeds.positions()) {
      const head = answer.heads[feed] ?? 0;
      if (after !== undefined && head - after > this.#mostMissed) this.#reload(feed, head);
    }
    this.#feeds.reach(answer.heads, true);
    for (const feed of answer.refused) this.#revoke(feed as FeedName);
  }

  #hear(frame: realtime.ServerFrame): void {
    switch (frame.op) {
      case "events":
        this.#feeds.receive(frame.events.map((event) => ({ ...event, seq: event.seq ?? 0 })));
        break;
      case "pong":
        this.#feeds.reach(frame.heads, false);
        break;
      case "subscribed":
        this.#subscribed(frame);
        break;
      case "ack":
        this.#replies.resolve(frame);
        break;
      case "error":
        if (frame.key === undefined) this.#problems.emit(frame.problem);
        else this.#replies.reject(frame.key, frame.problem);
        break;
      case "reload":
        this.#reload(frame.feed as FeedName, frame.head);
        break;
      case "revoked":
        this.#revoke(frame.feed as FeedName);
    }
  }

  #reload(feed: FeedName, head: number): void {
    this.#feeds.follow({ feed, after: head });
    this.#reloads.emit({ feed, head });
  }

  #revoke(feed: FeedName): void {
    if (this.#feeds.unfollow(feed)) this.#revocations.emit(feed);
  }

  #ask(key: string, frame: realtime.ClientFrameInput): Promise<Ack> {
    const reply = this.#replies.expect(key);
    if (!this.#line.send(frame)) this.#replies.abandon(key, new NetworkError("There is no connection."));
    return reply;
  }
}

/** A frame holds 128 KiB, which is fewer feeds than a socket may follow. */
const chunks = (followings: readonly Following[]): Following[][] =>
  Array.from({ length: Math.ceil(followings.length / feedsPerFrame) }, (_, index) =>
    followings.slice(index * feedsPerFrame, (index + 1) * feedsPerFrame),
  );
