/**
 * The same events as on the socket, for programs that only read: `GET /events?feeds=…` with `Last-Event-ID`.
 * The id of each event names the position in every followed feed, so that a reader who comes back misses and doubles nothing.
 */
import { accounts, errors, everyone, Feed, type FeedName } from "@althing/contract";
import { requireAccount } from "../../kernel/actor.ts";
import { Failure } from "../../kernel/failure.ts";
import type { Kernel } from "../../kernel/kernel.ts";
import { type CommittedEvent, framesOf, type Hub } from "../../platform/feeds/index.ts";
import { apiBase, type Endpoint } from "../http/endpoint.ts";

export type StreamParts = {
  kernel: Kernel;
  hub: Hub;
  redeem(ticket: string): Promise<Awaited<ReturnType<Kernel["authenticate"]>> | undefined>;
  streamsPerAccount: () => number;
  /** Aborted when the server stops. */
  closing: AbortSignal;
};

const mostFeeds = 100;
const mostWaitingBytes = 1024 * 1024;
/** While more than this waits to be read, nothing is added of what was missed. */
const enoughWaitingBytes = 64 * 1024;
const commentEveryMs = 25_000;
const fullSeconds = 30;

export function streamEndpoint(parts: StreamParts): Endpoint {
  const openStreams = new Map<string, number>();

  /** Counts a stream of the account, where it may have one more; gives how to take it back. */
  function admit(accountId: string): () => void {
    const open = openStreams.get(accountId) ?? 0;
    if (open >= parts.streamsPerAccount()) throw new Failure(errors.RateLimited, { retryAfterSeconds: fullSeconds });
    openStreams.set(accountId, open + 1);
    return () => {
      const left = (openStreams.get(accountId) ?? 1) - 1;
      if (left > 0) openStreams.set(accountId, left);
      else openStreams.delete(accountId);
    };
  }

  return {
    name: "realtime.stream",
    method: "GET",
    path: `${apiBase}/events`,
    async answer({ request, url }) {
      const bearer = /^Bearer (\S+)$/i.exec(request.headers.get("authorization") ?? "")?.[1];
      const ticket = url.searchParams.get("ticket");
      const actor = bearer ? await parts.kernel.authenticate(bearer) : ticket ? await parts.redeem(ticket) : undefined;
      const { account, sessionId } = requireAccount(actor ?? { kind: "anonymous" });
      const feeds = feedsOf(url.searchParams.get("feeds"), account.id);
      const lastEventId = request.headers.get("last-event-id") ?? url.searchParams.get("lastEventId");
      // It watches over the session and the rights before these are asked, so that no loss falls between.
      const stream = new EventStream(parts, feeds, account.id, sessionId, admit(account.id));
      try {
        const allowed = await parts.kernel.mayFollow(account.id, feeds);
        if (allowed.size < feeds.length) throw new Failure(errors.NotFound);
      } catch (error) {
        stream.end();
        throw error;
      }
      if (request.method === "HEAD") stream.end();
      else void stream.follow(positionsOf(lastEventId, feeds));
      return new Response(stream.body, {
        headers: { "content-type": "text/event-stream", "cache-control": "no-store", "x-accel-buffering": "no" },
      });
    },
  };
}

function feedsOf(text: string | null, accountId: string): FeedName[] {
  const names = [...new Set((text ?? `account:${accountId}`).split(","))].sort();
  if (names.length <= mostFeeds && names.every((name) => Feed.safeParse(name).success)) return names as FeedName[];
  const message = `must be 1 to ${mostFeeds} feeds, such as room:{id}, separated by commas`;
  throw new Failure(errors.ValidationFailed, null, [{ pointer: "/feeds", code: "invalid_value", message }]);
}

/** The id is one number a feed, in the order of the feeds' names. */
function positionsOf(lastEventId: string | null, feeds: readonly FeedName[]): (number | undefined)[] {
  const numbers = lastEventId?.split(".").map(Number) ?? [];
  const fits = numbers.length === feeds.length && numbers.every((one) => Number.isSafeInteger(one) && one >= 0);
  return feeds.map((_, index) => (fits ? numbers[index] : undefined));
}

class EventStream {
  readonly body: ReadableStream<Uint8Array>;
  #positions: number[] = [];
  readonly #encoder = new TextEncoder();
  readonly #live = new Set<string>();
  readonly #endings: (() => void)[];
  #controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  #read: PromiseWithResolvers<void> | undefined;

  constructor(
    private readonly parts: StreamParts,
    private readonly feeds: readonly FeedName[],
    private readonly accountId: string,
    sessionId: string,
    left: () => void,
  ) {
    this.#endings = [left];
    this.body = new ReadableStream<Uint8Array>(
      {
        start: (controller) => {
          this.#controller = controller;
        },
        pull: () => this.#read?.resolve(),
        cancel: () => this.end(),
      },
      { highWaterMark: enoughWaitingBytes, size: (chunk) => chunk?.byteLength ?? 0 },
    );
    this.#watch(sessionId);
  }

  /** Writes what was missed after the positions, then what happens. A failure ends the stream: its reader comes back. */
  async follow(after: readonly (number | undefined)[]): Promise<void> {
    const { hub, kernel } = this.parts;
    try {
      const heads = await kernel.platform.read((tx) => tx.heads(this.feeds.filter((_, i) => after[i] === undefined)));
      this.#positions = this.feeds.map((feed, index) => after[index] ?? heads.get(feed)?.head ?? 0);
      this.#write(`retry: ${1_000 + Math.floor(Math.random() * 2_000)}\nid: ${this.#id()}\n\n`);
      for (const [index, feed] of this.feeds.entries()) {
        const asked = this.#positions[index];
        const { head, reload } = await hub.follow(feed, asked, {
          deliver: (events) => this.#tellMissed(feed, events),
          attach: () => void this.#live.add(feed),
        });
        if (!this.#controller) return hub.unfollow(feed);
        this.#endings.push(() => hub.unfollow(feed));
        if (!reload) continue;
        // Something that happened since has moved it on already.
        if (this.#positions[index] === asked) this.#positions[index] = head;
        this.#write(`event: reload\nid: ${this.#id()}\ndata: ${JSON.stringify({ feed, head })}\n\n`);
      }
    } catch (error) {
      if (this.#controller) kernel.platform.log.warn({ err: error }, "A stream could not be fed");
      this.end();
    }
  }

  #watch(sessionId: string): void {
    const { hub, kernel } = this.parts;
    const comments = setInterval(() => this.#write(": still here\n\n"), commentEveryMs);
    const end = () => this.end();
    this.parts.closing.addEventListener("abort", end);
    this.#endings.push(
      () => clearInterval(comments),
      () => this.parts.closing.removeEventListener("abort", end),
      hub.addOutlet((feed, _, events) => this.#live.has(feed) && this.#tell(feed, events)),
      hub.listen(accounts.SessionEnded.type, (event) => {
        if ((JSON.parse(event.data) as { sessionId: string }).sessionId === sessionId) this.end();
      }),
      kernel.watchRights((feed, whom) => {
        const isMine = whom === everyone || whom === this.accountId;
        if (isMine && (this.feeds.includes(feed) || feed.startsWith("workspace:"))) void this.#recheck();
      }),
    );
  }

  /** A stream that may no longer follow all it follows is ended; its reader may ask for the rest. */
  async #recheck(): Promise<void> {
    const allowed = await this.parts.kernel.mayFollow(this.accountId, this.feeds).catch(() => new Set<FeedName>());
    if (allowed.size < this.feeds.length) this.end();
  }

  /** What was missed may be much: it waits for the reader. */
  async #tellMissed(feed: string, events: readonly CommittedEvent[]): Promise<void> {
    for (const part of framesOf(events)) {
      if (!this.#controller) throw new Error("The reader has gone");
      this.#tell(feed, part.events);
      if ((this.#controller?.desiredSize ?? 1) > 0) continue;
      this.#read = Promise.withResolvers();
      await this.#read.promise;
    }
  }

  #tell(feed: string, events: readonly Pick<CommittedEvent, "seq" | "text">[]): void {
    const index = this.feeds.indexOf(feed as FeedName);
    let text = "";
    for (const event of events) {
      if (event.seq > 0) this.#positions[index] = event.seq;
      text += `${event.seq > 0 ? `id: ${this.#id()}\n` : ""}data: ${event.text}\n\n`;
    }
    this.#write(text);
  }

  #id(): string {
    return this.#positions.join(".");
  }

  #write(text: string): void {
    const controller = this.#controller;
    if (!controller) return;
    controller.enqueue(this.#encoder.encode(text));
    // Who reads too slowly comes back and resumes from the log.
    if (enoughWaitingBytes - (controller.desiredSize ?? 0) > mostWaitingBytes) this.end();
  }

  end(): void {
    const controller = this.#controller;
    this.#controller = undefined;
    this.#read?.resolve();
    for (const ending of this.#endings.splice(0)) ending();
    try {
      controller?.close();
    } catch {
      // The reader has gone already.
    }
  }
}
