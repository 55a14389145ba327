/**
 * The same events as on the socket, for programs that only read: `GET /events?feeds=…` with `Last-Event-ID`.
 * The id of each event names the position in every followed feed, so that a reader who comes back misses and doubles nothing.
 */
import { accounts, errors, Feed, type FeedName } from "@althing/contract";
import { requireAccount } from "../../kernel/actor.ts";
import { Failure } from "../../kernel/failure.ts";
import type { Kernel } from "../../kernel/kernel.ts";
import type { CommittedEvent, Hub } from "../../platform/feeds/index.ts";
import { apiBase, type Endpoint } from "../http/endpoint.ts";

export type StreamParts = {
  kernel: Kernel;
  hub: Hub;
  redeem(ticket: string): Promise<Awaited<ReturnType<Kernel["authenticate"]>> | undefined>;
};

const mostFeeds = 100;
const mostWaitingBytes = 1024 * 1024;
const commentEveryMs = 25_000;

export const streamEndpoint = (parts: StreamParts): Endpoint => ({
  name: "realtime.stream",
  method: "GET",
  path: `${apiBase}/events`,
  async answer({ request, url }) {
    const bearer = /^Bearer (\S+)$/i.exec(request.headers.get("authorization") ?? "")?.[1];
    const ticket = url.searchParams.get("ticket");
    const actor = bearer ? await parts.kernel.authenticate(bearer) : ticket ? await parts.redeem(ticket) : undefined;
    const { account, sessionId } = requireAccount(actor ?? { kind: "anonymous" });
    const feeds = feedsOf(url.searchParams.get("feeds"), account.id);
    const allowed = await parts.kernel.mayFollow(account.id, feeds);
    if (allowed.size < feeds.length) throw new Failure(errors.NotFound);
    const lastEventId = request.headers.get("last-event-id") ?? url.searchParams.get("lastEventId");
    const stream = new EventStream(parts, feeds, positionsOf(lastEventId, feeds), account.id, sessionId);
    return new Response(stream.body, {
      headers: { "content-type": "text/event-stream", "cache-control": "no-store", "x-accel-buffering": "no" },
    });
  },
});

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
  readonly #positions: number[];
  readonly #encoder = new TextEncoder();
  readonly #live = new Set<string>();
  readonly #endings: (() => void)[] = [];
  #controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  #waitingBytes = 0;

  constructor(
    private readonly parts: StreamParts,
    private readonly feeds: readonly FeedName[],
    after: readonly (number | undefined)[],
    private readonly accountId: string,
    sessionId: string,
  ) {
    this.#positions = after.map((one) => one ?? 0);
    this.body = new ReadableStream<Uint8Array>(
      {
        start: async (controller) => {
          this.#controller = controller;
          this.#write(`retry: ${1_000 + Math.floor(Math.random() * 2_000)}\n\n`);
          this.#watch(sessionId);
          await this.#follow(after);
        },
        cancel: () => this.#end(),
      },
      { highWaterMark: mostWaitingBytes, size: (chunk) => chunk?.byteLength ?? 0 },
    );
  }

  async #follow(after: readonly (number | undefined)[]): Promise<void> {
    for (const [index, feed] of this.feeds.entries()) {
      const followed = await this.parts.hub.follow(feed, after[index], {
        deliver: (events) => this.#tell(feed, events),
        attach: () => void this.#live.add(feed),
      });
      if (after[index] === undefined || followed.reload) this.#positions[index] = followed.head;
      if (followed.reload)
        this.#write(`event: reload\nid: ${this.#id()}\ndata: ${JSON.stringify({ feed, head: followed.head })}\n\n`);
      this.#endings.push(() => this.parts.hub.unfollow(feed));
    }
  }

  #watch(sessionId: string): void {
    const { hub, kernel } = this.parts;
    this.#endings.push(hub.addOutlet((feed, _, events) => this.#live.has(feed) && this.#tell(feed, events)));
    const comments = setInterval(() => this.#write(": still here\n\n"), commentEveryMs);
    this.#endings.push(() => clearInterval(comments));
    this.#endings.push(
      hub.listen(accounts.SessionEnded.type, (event) => {
        if ((JSON.parse(event.data) as { sessionId: string }).sessionId === sessionId) this.#end();
      }),
    );
    this.#endings.push(
      kernel.watchRights((feed, whom) => {
        const concerned =
          (whom === "*" || whom === this.accountId) && (this.#live.has(feed) || feed.startsWith("workspace:"));
        if (concerned) void this.#recheck();
      }),
    );
  }

  /** A stream that may no longer follow all it follows is ended; its reader may ask for the rest. */
  async #recheck(): Promise<void> {
    const allowed = await this.parts.kernel.mayFollow(this.accountId, this.feeds).catch(() => new Set<FeedName>());
    if (allowed.size < this.feeds.length) this.#end();
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
    const bytes = this.#encoder.encode(text);
    controller.enqueue(bytes);
    this.#waitingBytes = mostWaitingBytes - (controller.desiredSize ?? 0);
    // Who reads too slowly comes back and resumes from the log.
    if (this.#waitingBytes > mostWaitingBytes) this.#end();
  }

  #end(): void {
    const controller = this.#controller;
    this.#controller = undefined;
    for (const ending of this.#endings.splice(0)) ending();
    try {
      controller?.close();
    } catch {
      // The reader has gone already.
    }
  }
}
