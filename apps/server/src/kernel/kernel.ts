// Puts the modules together: every route, right, listener, ear, signal and job, found in their doors and nowhere else.
import {
  contract,
  type EventDef,
  everyone,
  type FeedKind,
  type FeedName,
  parseFeed,
  type RouteObject,
} from "@althing/contract";
import type { Database } from "../platform/database/index.ts";
import { type CommittedEvent, type Consumer, Consumers } from "../platform/feeds/index.ts";
import { type Log, logContext } from "../platform/telemetry/index.ts";
import { type AccountActor, type Actor, actorId } from "./actor.ts";
import type { RequestFacts } from "./call.ts";
import { Dispatcher } from "./dispatch.ts";
import type { Device, HeardEvent, MediaFile, Module } from "./module.ts";
import type { ScopeDef } from "./permission.ts";
import type { Platform } from "./platform.ts";
import { type Counters, Transactions } from "./transactions.ts";
import { type Knowledge, WriteTransaction } from "./tx.ts";

export type KernelParts = {
  modules: readonly Module[];
  database: Database;
  log: Log;
  checkAnswers: boolean;
  /** Tells the other servers that there is something new in the log. */
  announce: () => void;
  counters: Counters;
  /** What of the platform does not need the kernel. */
  platform: Omit<Platform, "read" | "write" | "call" | "broadcast">;
};

/** Someone's rights over a feed may have changed: one account's, or everyone's who follows it. */
export type RightsWatcher = (feed: FeedName, accountId: string | typeof everyone) => void;

export class Kernel {
  readonly platform: Platform;
  readonly dispatcher: Dispatcher;
  readonly consumers: Consumers;
  readonly #modules: readonly Module[];
  readonly #rightsWatchers = new Set<RightsWatcher>();

  constructor(parts: KernelParts) {
    const { modules, database, log, platform, announce, counters } = parts;
    const { hub, memos, clock } = platform;
    const knowledge = () => this.#knowledge();
    const transactions = new Transactions({ database, hub, memos, knowledge, clock, announce, counters });
    this.#modules = modules;
    this.platform = {
      ...platform,
      // Both may change after this: by a reload, and once the port is known.
      get config() {
        return platform.config;
      },
      get publicUrl() {
        return platform.publicUrl;
      },
      read: (work) => transactions.read(work),
      write: (actor, work) =>
        transactions.write(actor, async (tx) => {
          const late = await work(tx);
          return () => (typeof late === "function" ? (late as () => Awaited<typeof late>)() : late) as never;
        }),
      call: async (route, actor, input) => {
        const asked = { route, actor, input, request: inward(actor) };
        return (await this.dispatcher.dispatch(asked)).data as never;
      },
      broadcast: (event, feed, payload, actor) =>
        platform.hub.broadcast(
          feed,
          event.type,
          actor ?? null,
          payload,
          crypto.randomUUID(),
          platform.clock().toISOString(),
        ),
    };
    const scopes = new Map<RouteObject, ScopeDef>();
    for (const scope of modules.flatMap((module) => module.scopes ?? [])) scopes.set(scope.object, scope);
    this.dispatcher = new Dispatcher({
      bindings: modules.flatMap((module) => module.routes ?? []),
      scopes,
      transactions,
      platform: this.platform,
      isOwner: (accountId) => this.isOwner(accountId),
      log,
      counters,
      checkAnswers: parts.checkAnswers,
    });
    this.consumers = new Consumers({ database, log, consumers: this.#consumers(transactions) });
    this.#listen();
  }

  /** Who bears this access token. */
  authenticate(token: string): Promise<AccountActor> {
    const authenticate = this.#modules.find((module) => module.authenticate)?.authenticate;
    if (!authenticate) throw new Error("No module answers for who somebody is");
    return authenticate(this.platform, token);
  }

  /** Lets the modules make ready, before anyone is let in. */
  async prepare(): Promise<void> {
    for (const module of this.#modules) await module.prepare?.(this.platform);
  }

  /** What whoever started the server should know. */
  async greeting(): Promise<string[]> {
    const greetings = this.#modules.map((module) => module.greeting?.(this.platform) ?? []);
    return (await Promise.all(greetings)).flat();
  }

  /** Whether an account owns the installation. */
  async isOwner(accountId: string): Promise<boolean> {
    const isOwner = this.#modules.find((module) => module.isOwner)?.isOwner;
    return (await isOwner?.(this.platform, accountId)) ?? false;
  }

  /** Whether a session has not ended; one that nobody answers for has. */
  async isSessionAlive(sessionId: string): Promise<boolean> {
    const isAlive = this.#modules.find((module) => module.isSessionAlive)?.isSessionAlive;
    return (await isAlive?.(this.platform, sessionId)) ?? false;
  }

  /** A file that a module serves at an address; undefined where there is none, or the address grants nothing. */
  async findMedia(folder: string, name: string, query: URLSearchParams): Promise<MediaFile | undefined> {
    const media = this.#modules.find((module) => module.media?.folder === folder)?.media;
    return media?.find(this.platform, name, query);
  }

  /** Which of these feeds the account may follow. */
  async mayFollow(accountId: string, feeds: readonly FeedName[]): Promise<Set<FeedName>> {
    const byKind = Map.groupBy(feeds, (feed) => parseFeed(feed).kind);
    const rights = new Map(this.#modules.flatMap((module) => module.feeds ?? []).map((one) => [one.kind, one]));
    const allowed = new Set<FeedName>();
    await this.platform.read(async (tx) => {
      for (const [kind, asked] of byKind) {
        const ids = asked.map((feed) => parseFeed(feed).id);
        for (const id of (await rights.get(kind)?.mayFollow(tx, accountId, ids)) ?? []) {
          allowed.add(`${kind satisfies FeedKind}:${id}`);
        }
      }
    });
    return allowed;
  }

  /** Calls back when rights to follow a feed may have been lost, after the modules forgot what they remembered of them. */
  watchRights(watcher: RightsWatcher): () => void {
    this.#rightsWatchers.add(watcher);
    return () => this.#rightsWatchers.delete(watcher);
  }

  async signal(device: Device, frame: Readonly<Record<string, unknown>>): Promise<void> {
    for (const signal of this.#modules.flatMap((module) => module.signals ?? [])) {
      if (signal.op === frame.op) await signal.hear(this.platform, device, frame);
    }
  }

  deviceOpened(device: Device): void {
    for (const module of this.#modules) module.devices?.opened(this.platform, device);
  }

  deviceClosed(device: Device): void {
    for (const module of this.#modules) module.devices?.closed(this.platform, device);
  }

  #knowledge(): Knowledge {
    const { config, publicUrl } = this.platform;
    return { publicUrl, signup: config.accounts.signup, fileMaxBytes: config.files.maxBytes };
  }

  #listen(): void {
    const { hub } = this.platform;
    for (const { event, hear } of this.#modules.flatMap((module) => module.ears ?? [])) {
      hub.listen(event.type, (committed) => hear(this.platform, heard(committed)));
    }
    for (const event of declaredEvents()) {
      const { affects } = event;
      if (affects === undefined) continue;
      hub.listen(event.type, (committed) => {
        const data = JSON.parse(committed.data) as Record<string, unknown>;
        const whom = affects === everyone ? everyone : String(data[affects]);
        for (const watcher of this.#rightsWatchers) watcher(committed.feed as FeedName, whom);
      });
    }
    const woken = this.#modules.flatMap((module) => module.listeners ?? []).filter(({ patient }) => !patient);
    for (const type of new Set(woken.flatMap(({ events }) => events.map((event) => event.type))))
      hub.listen(type, () => this.consumers.wake(type));
  }

  #consumers(transactions: Transactions): Consumer[] {
    return this.#modules.flatMap((module) =>
      (module.listeners ?? []).map((listener) => ({
        name: listener.name,
        types: listener.events.map((event) => event.type),
        patient: listener.patient ?? false,
        consume: async (session, events) => {
          const { memos, clock } = this.platform;
          const tx = new WriteTransaction({ session, memos, knowledge: this.#knowledge(), now: clock() }, null);
          await listener.hear(tx, events.map(heard));
          const written = await tx.finish();
          return () => transactions.publish(written);
        },
      })),
    );
  }
}

/** A request that came by no transport. */
const inward = (actor: Actor): RequestFacts => ({
  requestId: logContext().requestId ?? crypto.randomUUID(),
  traceId: logContext().traceId,
  address: "",
  userAgent: `Althing for ${actorId(actor) ?? actor.kind}`,
  idempotencyKey: undefined,
  ifMatch: undefined,
  include: new Set(),
  refreshCookie: undefined,
});

/** The payload is parsed only where somebody looks at it: most ears only forget something. */
function heard(event: CommittedEvent): HeardEvent {
  let data: unknown;
  return {
    ...event,
    get data() {
      data ??= JSON.parse(event.data) as unknown;
      return data;
    },
  };
}

function declaredEvents(): EventDef[] {
  return Object.values(contract)
    .flatMap((module): unknown[] => Object.values(module))
    .filter(
      (value): value is EventDef =>
        typeof value === "object" && value !== null && "kind" in value && value.kind === "event",
    );
}
