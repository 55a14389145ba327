// All sockets of this process: who gets in, who is told to leave, and what goes out to everyone who follows a feed.
import { accounts, errors, everyone, type FeedName } from "@althing/contract";
import { LRUCache } from "lru-cache";
import { Failure } from "../../kernel/failure.ts";
import { redeemTicket } from "../../kernel/tickets.ts";
import type { Database } from "../../platform/database/index.ts";
import { readHeads } from "../../platform/feeds/index.ts";
import type { Limiter, Places } from "../../platform/limits/index.ts";
import type { Listening, SocketHandlers } from "../../platform/listener/index.ts";
import type { Log } from "../../platform/telemetry/index.ts";
import { apiBase, type Endpoint } from "../http/endpoint.ts";
import { problemOf } from "../http/problem.ts";
import { isAllowedOrigin } from "../http/security.ts";
import { Connection, type SocketState } from "./connection.ts";
import type { Gatekeeper, SocketParts } from "./parts.ts";

export type GateOptions = Omit<SocketParts, "heads" | "requireWithinLimit"> & {
  database: Database;
  limiter: Limiter;
  /** The sockets that accounts have open, at all servers. */
  places: Places;
  log: Log;
  socketsPerAccount: () => number;
};

const beatEveryMs = 5_000;
const beats = 6;
const comeBackWithinMs = 10_000;

export class SocketGate implements Gatekeeper<Connection> {
  readonly handlers: SocketHandlers<SocketState>;
  readonly #parts: SocketParts;
  readonly #options: GateOptions;
  readonly #connections = new Set<Connection>();
  readonly #byAccount = new Map<string, Set<Connection>>();
  /** Sessions that ended while a ticket of theirs may still be around. */
  readonly #endedSessions = new LRUCache<string, true>({ max: 100_000, ttl: 60_000 });
  #timer: ReturnType<typeof setInterval> | undefined;
  #closing = false;

  constructor(options: GateOptions) {
    this.#options = options;
    this.#parts = {
      ...options,
      heads: async (feeds) => {
        if (feeds.length === 0) return {};
        const heads = await options.database.query((session) => readHeads(session, feeds));
        return Object.fromEntries([...heads].map(([feed, { head }]) => [feed, head]));
      },
      requireWithinLimit: async (limit, accountId) => {
        const decision = await options.limiter.consume(limit, accountId);
        if (!decision.allowed) throw new Failure(errors.RateLimited, { retryAfterSeconds: decision.resetSeconds });
      },
    };
    this.handlers = {
      open: (peer) => {
        options.metrics.opened();
        peer.data.connection = new Connection(peer, this.#parts, this);
        if (this.#closing) peer.data.connection.close("goingAway", Math.random() * comeBackWithinMs);
      },
      message: (peer, text) => peer.data.connection?.receive(text),
      drain: (peer) => peer.data.connection?.drain(),
      close: (peer) => peer.data.connection?.ended(),
    };
  }

  get isClosing(): boolean {
    return this.#closing;
  }

  /** The door at `GET /realtime`. A browser's page must come from an allowed origin; other programs send none. */
  endpoint(from: { publicUrl: () => string; corsOrigins: () => readonly string[] }): Endpoint {
    return {
      name: "realtime.connect",
      method: "GET",
      path: `${apiBase}/realtime`,
      answer: ({ request, url, address }, peer) => {
        const origin = request.headers.get("origin");
        const host = request.headers.get("host");
        if (origin !== null && !isAllowedOrigin(origin, from.publicUrl(), host, from.corsOrigins())) {
          throw new Failure(errors.Forbidden, { permission: "origin" });
        }
        const state: SocketState = {
          connection: undefined,
          address,
          userAgent: request.headers.get("user-agent") ?? "",
          ticket: url.searchParams.get("ticket"),
        };
        if (peer.upgrade(state)) return undefined;
        return new Response("This address speaks WebSocket.", { status: 426, headers: { upgrade: "websocket" } });
      },
    };
  }

  /** Begins to send out what happens. */
  open(listening: Listening): void {
    const { hub, kernel, metrics } = this.#parts;
    hub.addOutlet((feed, frame) => {
      metrics.published(listening.subscriberCount(feed));
      listening.publish(feed, frame);
    });
    hub.listen(accounts.SessionEnded.type, (event) => {
      const { sessionId } = JSON.parse(event.data) as { sessionId: string };
      this.#endedSessions.set(sessionId, true);
      for (const connection of this.#connections) {
        if (connection.device?.actor.sessionId === sessionId) connection.close("sessionEnded");
      }
    });
    kernel.watchRights((feed, whom) => this.#recheck(feed, whom));
    let turn = 0;
    this.#timer = setInterval(() => {
      // A sixth of the sockets at a time: each hears a heartbeat every 30 seconds, and never all at once.
      turn = (turn + 1) % beats;
      let index = 0;
      for (const connection of this.#connections) if (index++ % beats === turn) connection.beat();
    }, beatEveryMs);
  }

  /** Lets nobody in any more and asks everyone to come back a little later, spread over ten seconds. */
  close(): void {
    this.#closing = true;
    clearInterval(this.#timer);
    for (const connection of this.#connections) {
      connection.close("goingAway", Math.round(Math.random() * comeBackWithinMs));
    }
  }

  async redeem(ticket: string) {
    const { kernel, database } = this.#options;
    const actor = await redeemTicket(kernel.platform, ticket, (work) => database.query(work));
    if (!actor || this.#endedSessions.has(actor.sessionId)) return undefined;
    return (await kernel.isSessionAlive(actor.sessionId)) ? actor : undefined;
  }

  /** Known here before its place is: a session that ends meanwhile ends this socket too. */
  async admit(connection: Connection): Promise<boolean> {
    const { places, socketsPerAccount } = this.#options;
    const accountId = connection.accountId ?? "";
    const present = this.#byAccount.get(accountId) ?? new Set();
    if (present.size >= socketsPerAccount()) return false;
    this.#byAccount.set(accountId, present.add(connection));
    this.#connections.add(connection);
    return places.take(accountId, socketsPerAccount());
  }

  left(connection: Connection): void {
    const accountId = connection.accountId ?? "";
    if (!this.#connections.delete(connection)) return;
    const present = this.#byAccount.get(accountId);
    if (present?.delete(connection) && present.size === 0) this.#byAccount.delete(accountId);
    this.#options.places.release(accountId);
  }

  problem(error: unknown) {
    if (!(error instanceof Failure)) this.#options.log.error({ err: error }, "A frame failed by a fault of ours");
    return problemOf(error, crypto.randomUUID(), this.#parts.kernel.platform.publicUrl);
  }

  /** A workspace's event may take away rooms too, so all that the account follows is asked again. */
  #recheck(feed: FeedName, whom: string | typeof everyone): void {
    const concerned = whom === everyone ? this.#connections : (this.#byAccount.get(whom) ?? []);
    for (const connection of concerned) {
      const feeds = feed.startsWith("workspace:")
        ? [...connection.followed]
        : connection.followed.has(feed)
          ? [feed]
          : [];
      if (feeds.length > 0) void connection.recheck(feeds);
    }
  }
}
