// One socket: what it says, what it follows, and what it is sent. What a frame starts in the database (a message sent) is
// not waited for: the batch keeps the order, and the answer goes out when it is committed.
import { errors, type FeedName, messages, type RouteDef } from "@althing/contract";
import { type ClientFrame, type CloseReason, closeCodes, frameLimits } from "@althing/contract/realtime";
import { Failure } from "../../kernel/failure.ts";
import type { Device } from "../../kernel/module.ts";
import { requireStorable } from "../../kernel/validation.ts";
import { type CommittedEvent, framesOf } from "../../platform/feeds/index.ts";
import type { SocketPeer } from "../../platform/listener/index.ts";
import { withLogContext } from "../../platform/telemetry/index.ts";
import { Inbox } from "./inbox.ts";
import { type Following, factsOf, type Gatekeeper, type SocketParts, type Visit } from "./parts.ts";
import { readFrame } from "./read-frame.ts";

export type SocketState = Visit & { connection: Connection | undefined };
type Peer = SocketPeer<SocketState>;

const helloWithinMs = 10_000;
const greetAfterMs = 500;
const mostInFlight = 512;
/** While more than this waits to be read, nothing is added of what was missed. */
const enoughWaitingBytes = 256 * 1024;
const heartbeatSeconds = 30;

export class Connection {
  readonly id = crypto.randomUUID();
  device: Device | undefined;
  readonly followed = new Set<FeedName>();
  readonly #peer: Peer;
  readonly #parts: SocketParts;
  readonly #gate: Gatekeeper<Connection>;
  readonly #inbox: Inbox;
  #helloTimer: ReturnType<typeof setTimeout> | undefined;
  #closed = false;
  #isAdmitted = false;
  #inFlight = 0;
  #acks: string[] | undefined;
  #beatAt = performance.now();
  #drained: PromiseWithResolvers<void> | undefined;
  #closedFor = "gone";

  constructor(peer: Peer, parts: SocketParts, gate: Gatekeeper<Connection>) {
    this.#peer = peer;
    this.#parts = parts;
    this.#gate = gate;
    this.#inbox = new Inbox(peer, (text) =>
      withLogContext({ socketId: this.id, accountId: this.accountId }, () => this.#take(text)),
    );
    // Who came with a ticket in the address need not say hello: after a moment they are greeted without it.
    this.#helloTimer = peer.data.ticket
      ? setTimeout(() => this.receive('{"op":"hello"}'), greetAfterMs)
      : setTimeout(() => this.close("helloExpected"), helloWithinMs);
  }

  get accountId(): string | undefined {
    return this.device?.actor.account.id;
  }

  receive(text: string | Uint8Array): void {
    if (this.#closed) return;
    this.#parts.metrics.received();
    if (typeof text !== "string") this.close("badFrame");
    else if (!this.#inbox.add(text)) this.close("flooding");
  }

  drain(): void {
    this.#drained?.resolve();
    this.#drained = undefined;
  }

  /** The socket is gone. */
  ended(): void {
    this.#closed = true;
    this.#parts.metrics.closed(this.#closedFor);
    this.#inbox.close();
    clearTimeout(this.#helloTimer);
    this.drain();
    for (const feed of this.followed) this.#parts.hub.unfollow(feed);
    this.followed.clear();
    this.#gate.left(this);
    if (this.device && this.#isAdmitted) this.#parts.kernel.deviceClosed(this.device);
  }

  /** Says why, then closes. */
  close(reason: CloseReason, afterMs?: number): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#inbox.close();
    const { code, reason: word, mayReconnect } = closeCodes[reason];
    this.#send(JSON.stringify({ op: "bye", reason: word, mayReconnect, afterMs }));
    this.#closedFor = word;
    this.#peer.close(code, word);
  }

  /** Heads that moved since the last heartbeat, so that a lost newest event does not stay unnoticed. */
  beat(): void {
    if (!this.#isAdmitted || this.#closed) return;
    const moment = this.#beatAt;
    this.#beatAt = performance.now();
    this.#send(JSON.stringify({ op: "pong", heads: this.#parts.hub.movedSince(this.followed, moment) }));
  }

  /** Asks again whether the account may follow these feeds, and drops those it may not. When in doubt it may not. */
  async recheck(feeds: readonly FeedName[]): Promise<void> {
    const { device } = this;
    if (!device) return;
    const allowed = await this.#parts.kernel.mayFollow(device.actor.account.id, feeds).catch(() => new Set<FeedName>());
    for (const feed of feeds) {
      if (allowed.has(feed) || !this.#unfollow(feed)) continue;
      this.#send(JSON.stringify({ op: "revoked", feed }));
    }
  }

  async #take(text: string): Promise<void> {
    let key: string | undefined;
    try {
      const value = JSON.parse(text) as unknown;
      requireStorable(value);
      if (typeof value === "object" && value !== null && "key" in value && typeof value.key === "string")
        key = value.key;
      await this.#perform(readFrame(value));
    } catch (error) {
      if (error instanceof SyntaxError) return this.close("badFrame");
      this.#fail(error, key);
    }
  }

  async #perform(frame: ClientFrame): Promise<void> {
    if (frame.op === "hello") return this.#hello(frame);
    const { device } = this;
    if (!device) return this.close("helloExpected");
    switch (frame.op) {
      case "subscribe": {
        const { allowed, refused } = await this.#askRights(device, frame.feeds as Following[]);
        const heads = await this.#follow(allowed);
        return this.#send(JSON.stringify({ op: "subscribed", heads, refused }));
      }
      case "unsubscribe":
        for (const feed of frame.feeds as FeedName[]) this.#unfollow(feed);
        return;
      case "ping":
        return this.beat();
      case "send":
      case "read": {
        const { op, key, ...input } = frame;
        return this.#dispatch(device, op === "send" ? messages.sendMessage : messages.readRoom, input, key);
      }
      case "typing":
      case "presence":
        return this.#parts.kernel.signal(device, frame);
    }
  }

  /** Lets the bearer of the ticket in, then follows. Who came in by the ticket of the address may say hello after that. */
  async #hello(frame: Extract<ClientFrame, { op: "hello" }>): Promise<void> {
    const device = this.device ?? (await this.#enter(frame.ticket ?? this.#peer.data.ticket));
    if (!device) return;
    const { account, sessionId } = device.actor;
    const { allowed, refused } = await this.#askRights(device, frame.feeds as Following[]);
    const heads = await this.#parts.heads(allowed.map(({ feed }) => feed));
    this.#send(JSON.stringify({ op: "ready", account, sessionId, heartbeatSeconds, heads, refused }));
    await this.#follow(allowed.map(({ feed, after }) => ({ feed, after: after ?? heads[feed] })));
  }

  async #enter(ticket: string | null): Promise<Device | undefined> {
    const actor = ticket ? await this.#gate.redeem(ticket) : undefined;
    if (!actor) return void this.close("ticketInvalid");
    // What is needed no more is let go, a cleared timer too: most sockets only listen, and there are many.
    clearTimeout(this.#helloTimer);
    this.#helloTimer = undefined;
    this.#peer.data.ticket = null;
    this.device = { id: this.id, actor };
    if (!(await this.#gate.admit(this))) return void this.close("tooManySockets");
    if (this.#closed) return;
    this.#isAdmitted = true;
    this.#parts.kernel.deviceOpened(this.device);
    return this.device;
  }

  async #askRights(
    device: Device,
    asked: readonly Following[],
  ): Promise<{ allowed: Following[]; refused: FeedName[] }> {
    if (this.followed.size + asked.length > frameLimits.feedsPerSocket) {
      const message = `A socket follows at most ${frameLimits.feedsPerSocket} feeds.`;
      throw new Failure(errors.ValidationFailed, null, [{ pointer: "/feeds", code: "too_big", message }]);
    }
    const feeds = [...new Set(asked.map(({ feed }) => feed))];
    const may = await this.#parts.kernel.mayFollow(device.actor.account.id, feeds);
    const once = new Map(asked.map((following) => [following.feed, following]));
    return {
      allowed: [...once.values()].filter(({ feed }) => may.has(feed)),
      refused: feeds.filter((feed) => !may.has(feed)),
    };
  }

  async #follow(feeds: readonly Following[]): Promise<Record<string, number>> {
    const heads: Record<string, number> = {};
    await Promise.all(
      feeds.map(async ({ feed, after }) => {
        // Following anew from a number is how a client fetches what it missed.
        this.#unfollow(feed);
        let isAttached = false;
        const { head, reload } = await this.#parts.hub.follow(feed, after, {
          deliver: (events) => this.#deliver(events),
          attach: () => {
            if (this.#closed || this.followed.has(feed)) return;
            isAttached = true;
            this.#peer.subscribe(feed);
            this.followed.add(feed);
          },
        });
        heads[feed] = head;
        // Once attached, whoever takes the feed out of `followed` also tells the hub; here only who never was.
        if (!isAttached) this.#parts.hub.unfollow(feed);
        else if (reload) {
          this.#parts.feedMetrics.reloaded();
          this.#send(JSON.stringify({ op: "reload", feed, head }));
        }
      }),
    );
    return heads;
  }

  #unfollow(feed: FeedName): boolean {
    if (!this.followed.delete(feed)) return false;
    this.#peer.unsubscribe(feed);
    this.#parts.hub.unfollow(feed);
    return true;
  }

  /** Sends what was missed, and waits while the peer has not read the last of it. */
  async #deliver(events: readonly CommittedEvent[]): Promise<void> {
    if (this.#closed) throw new Error("The socket is closed");
    this.#parts.feedMetrics.resumed(events.length);
    for (const { frame } of framesOf(events)) {
      this.#send(frame);
      while (!this.#closed && this.#peer.getBufferedAmount() > enoughWaitingBytes) await this.#nextDrain();
    }
  }

  /** Several feeds may wait for it at once. */
  #nextDrain(): Promise<void> {
    this.#drained ??= Promise.withResolvers();
    return this.#drained.promise;
  }

  async #dispatch(
    device: Device,
    route: RouteDef,
    input: Record<string, unknown>,
    key: string | undefined,
  ): Promise<void> {
    await this.#parts.requireWithinLimit(route.limit, device.actor.account.id);
    this.#inFlight++;
    const request = factsOf(this.#peer.data);
    const answered = this.#parts.kernel.dispatcher
      .dispatch({ route, input, actor: device.actor, request })
      .then(
        ({ data }) => this.#acknowledge(route, key, data),
        (error: unknown) => this.#fail(error, key),
      )
      .finally(() => {
        this.#inFlight--;
      });
    if (this.#inFlight >= mostInFlight) await answered;
  }

  #acknowledge(route: RouteDef, key: string | undefined, data: unknown): void {
    if (key === undefined) return;
    const { id, seq } = data as { id?: string; seq?: number };
    const message = route === messages.sendMessage ? { messageId: id, seq, message: data } : {};
    this.#sendWithOthers(JSON.stringify({ op: "ack", key, ...message }));
  }

  /** A batch answers many calls of a socket in one moment: one write bears them all. */
  #sendWithOthers(ack: string): void {
    if (this.#acks) return void this.#acks.push(ack);
    const acks = [ack];
    this.#acks = acks;
    queueMicrotask(() => {
      this.#acks = undefined;
      if (this.#closed) return;
      this.#peer.cork(() => {
        for (const one of acks) this.#send(one);
      });
    });
  }

  #fail(error: unknown, key: string | undefined): void {
    if (this.#closed) return;
    this.#send(JSON.stringify({ op: "error", key, problem: this.#gate.problem(error) }));
  }

  #send(text: string): void {
    this.#parts.metrics.sent();
    // 0 means that the frame was dropped: the peer reads too slowly, and resumes when it comes back.
    if (this.#peer.send(text) === 0 && !this.#closed) this.#peer.terminate();
  }
}
