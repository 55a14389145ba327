// A workspace as a screen needs it: a state that is loaded once and then kept true by events, and an outbox.
import { type accounts, type EventEnvelope, type FeedName, messages, parseFeed } from "@althing/contract";
import type { Client } from "../client.ts";
import { type Clock, systemClock } from "../clock.ts";
import type { Live, LiveStatus } from "../live/index.ts";
import { type Draft, type Outbox, type Outgoing, openOutbox } from "../outbox.ts";
import { type Replica, withoutRoom, withoutWorkspace } from "../replica/index.ts";
import { createMemoryStorage, type Storage } from "../storage.ts";
import { Follows } from "./follows.ts";
import { Keeper } from "./keeper.ts";
import type { Kept } from "./kept.ts";
import { Refresher } from "./refresh.ts";
import { fetchMembers, fetchWorkspace } from "./snapshot.ts";
import { Store } from "./store.ts";
import { transmitOver } from "./transmit.ts";
import { Windows } from "./windows.ts";

export type WorkspaceOptions = {
  client: Client;
  live: Live;
  workspaceId: string;
  /** Yourself, where that was fetched a moment ago; saves asking again. */
  me?: accounts.Me;
  /** Where unsent messages and what is known outlive a reload; in memory unless told. */
  storage?: Storage;
  /** What an earlier run knew (see `findKept`): it is shown at once, and nothing is fetched that events tell. */
  kept?: Kept | undefined;
  clock?: Clock;
  random?: () => number;
};

/**
 * Loads a workspace and follows it. The socket is the caller's: start it before or after, and stop it at the end.
 * Rejects with `workspace_not_found`, or as any call does; nothing is followed then.
 */
export async function openWorkspace(options: WorkspaceOptions): Promise<Workspace> {
  const { client, live, workspaceId, kept, storage = createMemoryStorage() } = options;
  const { clock = systemClock, random = Math.random } = options;
  const store = new Store(clock, kept?.replica);
  const me = kept ? undefined : (options.me ?? (await client.accounts.getMe()));
  const name = `${me?.id ?? kept?.replica.accountId}:${workspaceId}`;
  const [outbox] = await Promise.all([
    openOutbox({ transmit: transmitOver(client, live), storage, name, clock, random }),
    me && store.load(() => fetchWorkspace(client, workspaceId, { me, someMembers: true })),
  ]);
  return new Workspace({ client, live, workspaceId, store, outbox, storage, clock, kept });
}

type Parts = {
  client: Client;
  live: Live;
  workspaceId: string;
  store: Store;
  outbox: Outbox;
  storage: Storage;
  clock: Clock;
  kept: Kept | undefined;
};

export class Workspace {
  readonly id: string;
  readonly outbox: Outbox;
  /** Loads parts of rooms when they are looked at. */
  readonly windows: Windows;
  readonly #client: Client;
  readonly #live: Live;
  readonly #store: Store;
  readonly #follows: Follows;
  readonly #refresher: Refresher;
  readonly #keeper: Keeper;
  readonly #stops: (() => void)[];
  /** Of many members the first are there; and who of them is online is nothing that was kept. */
  #lacksMembers: boolean;

  constructor({ client, live, workspaceId, store, outbox, storage, clock, kept }: Parts) {
    this.id = workspaceId;
    this.outbox = outbox;
    this.windows = new Windows(client, store);
    this.#client = client;
    this.#live = live;
    this.#store = store;
    this.#follows = new Follows(live, kept?.positions);
    this.#lacksMembers = kept !== undefined || !hasAllMembers(store.state, workspaceId);
    const read = (): Kept => ({ workspaceId, replica: store.state, positions: this.#follows.positions });
    this.#keeper = new Keeper({ storage, store, clock, read });
    this.#refresher = new Refresher({
      client,
      store,
      workspaceId,
      onReloaded: (feeds) => this.#follows.restart(store.state, feeds),
    });
    this.#stops = [
      store.onChange((state) => this.#settle(state)),
      live.onEvents((events) => this.#hear(events)),
      live.onReload(({ feed }) => this.#refresher.reload(feed)),
      live.onRevoked((feed) => this.#lose(feed)),
      live.onStatus((status) => this.#notice(status)),
    ];
    this.#settle(store.state);
    this.#notice(live.status);
  }

  /** Immutable; a new one with each change. */
  get state(): Replica {
    return this.#store.state;
  }

  /** Calls after each change of `state`; gives the way to stop. */
  subscribe(listener: () => void): () => void {
    return this.#store.onChange(listener);
  }

  /** Puts a message into the outbox; it is in `state` when its event comes. */
  send(draft: Draft): Outgoing {
    return this.outbox.compose(draft);
  }

  /** Says that a room is read up to `seq`, or entirely. The counts change when the event comes. */
  async markRead(roomId: string, seq?: number): Promise<void> {
    if (this.#live.status.state === "live") await this.#live.read({ roomId, seq });
    else await this.#client.messages.readRoom({ roomId, seq });
  }

  /** Puts what is known into the storage now, which else happens a few seconds after each change. */
  keep(): Promise<void> {
    return this.#keeper.keep();
  }

  /** Stops following; the socket stays as it is. Resolves when nothing is put into the storage any more. */
  close(): Promise<void> {
    for (const stop of this.#stops) stop();
    this.#follows.stop();
    this.outbox.pause();
    return this.#keeper.stop();
  }

  #hear(events: readonly EventEnvelope[]): void {
    this.#store.hear(events);
    for (const { type, data } of events) {
      if (type === messages.MessageSent.type) this.outbox.arrived((data as { message: messages.Message }).message.id);
    }
  }

  #settle(state: Replica): void {
    this.#follows.match(state, this.id);
    this.#refresher.refresh();
  }

  #lose(feed: FeedName): void {
    const { kind, id } = parseFeed(feed);
    if (kind === "room") this.#store.alter((replica) => withoutRoom(replica, id));
    if (kind === "workspace") this.#store.alter((replica) => withoutWorkspace(replica, id));
  }

  #notice({ state }: LiveStatus): void {
    if (state === "offline") this.outbox.pause();
    else if (state === "live" || this.outbox.isPaused) this.outbox.resume();
    if (state !== "live") return;
    this.#refresher.retry();
    if (this.#lacksMembers) void this.#fetchMembers();
  }
  async #fetchMembers(): Promise<void> {
    this.#lacksMembers = false;
    try {
      await this.#store.load(() => fetchMembers(this.#client, this.id));
    } catch {
      this.#lacksMembers = true;
    }
  }
}

function hasAllMembers({ workspaces, members }: Replica, workspaceId: string): boolean {
  const count = workspaces[workspaceId]?.memberCount ?? 0;
  return Object.keys(members[workspaceId] ?? {}).length >= count;
}
