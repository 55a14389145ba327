// Fetches anew what events could not tell, and what the server said is too far behind. What fails waits for the line.
import { type FeedName, messages, parseFeed, rooms } from "@althing/contract";
import type { Client } from "../client.ts";
import { isProblem } from "../errors.ts";
import {
  fromMessagePage,
  fromRoom,
  fromThreads,
  fromWorkspace,
  type Replica,
  withoutModels,
  withoutPrompts,
  withoutRoom,
  withoutRoomTemplates,
  withoutStale,
  withoutToolsOf,
  withoutWindows,
} from "../replica/index.ts";
import { fetchModels } from "./fetch-models.ts";
import { fetchWorkspace } from "./snapshot.ts";
import type { Load, Store } from "./store.ts";

/** Above so many feeds that are too far behind, everything is fetched at once. */
const mostApart = 8;

export class Refresher {
  readonly #client: Client;
  readonly #store: Store;
  readonly #workspaceId: string;
  /** Called when a feed can be followed from its new head. */
  readonly #onReloaded: (feeds: readonly FeedName[]) => void;
  readonly #behind = new Set<FeedName>();
  readonly #refreshing = new Set<FeedName>();
  #reloading = false;

  constructor(parts: {
    client: Client;
    store: Store;
    workspaceId: string;
    onReloaded: (feeds: readonly FeedName[]) => void;
  }) {
    this.#client = parts.client;
    this.#store = parts.store;
    this.#workspaceId = parts.workspaceId;
    this.#onReloaded = parts.onReloaded;
  }

  /** A feed is too far behind to be caught up by its events. */
  reload(feed: FeedName): void {
    this.#behind.add(feed);
    void this.#reloadAll();
  }

  /** Fetches what the state marks as stale. */
  refresh(): void {
    for (const feed of Object.keys(this.#store.state.stale) as FeedName[]) {
      if (!this.#refreshing.has(feed)) void this.#refreshOne(feed);
    }
  }

  /** The line is back. */
  retry(): void {
    this.refresh();
    if (this.#behind.size > 0) void this.#reloadAll();
  }

  async #refreshOne(feed: FeedName): Promise<void> {
    this.#refreshing.add(feed);
    this.#store.alter((replica) => withoutStale(replica, feed));
    try {
      await this.#store.load(() => this.#fetchFacts(feed));
    } catch {
      this.#store.alter((replica) => ({ ...replica, stale: { ...replica.stale, [feed]: true } }));
      return;
    } finally {
      this.#refreshing.delete(feed);
    }
    // What became stale again while it was fetched was passed over.
    this.refresh();
  }

  async #reloadAll(): Promise<void> {
    if (this.#reloading) return;
    this.#reloading = true;
    try {
      // More may come while one is fetched.
      while (this.#behind.size > 0) {
        const feeds = this.#behind.size > mostApart ? [...this.#behind] : [...this.#behind].slice(0, 1);
        await this.#store.load(() => this.#fetchAll(feeds));
        for (const feed of feeds) this.#behind.delete(feed);
        this.#onReloaded(feeds);
      }
    } catch {
      // Still in `behind`: tried again when the line is back.
    } finally {
      this.#reloading = false;
    }
  }

  /** Many rooms in one answer: who comes back after weeks is behind in each. Their messages come with the next look. */
  async #fetchAll(feeds: readonly FeedName[]): Promise<Load> {
    const [feed, ...rest] = feeds;
    if (feed && rest.length === 0) return this.#fetchWhole(feed);
    const load = await this.#workspaceLoad();
    const roomIds = feeds.map(parseFeed).flatMap(({ kind, id }) => (kind === "room" ? [id] : []));
    return (replica) => load(roomIds.reduce(withoutWindows, replica));
  }

  async #fetchFacts(feed: FeedName): Promise<Load> {
    const { kind, id } = parseFeed(feed);
    if (kind === "room") return this.#orGone(id, async () => this.#roomLoad(id));
    return this.#rightsLoad(id);
  }

  /** What one may do in a workspace, and which models one may choose there. */
  async #rightsLoad(workspaceId: string): Promise<Load> {
    const workspace = await this.#client.workspaces.getWorkspace({ workspaceId });
    if (!this.#store.state.models[workspaceId]) return (replica) => fromWorkspace(replica, workspace);
    const load = await fetchModels(this.#client, workspaceId);
    return (replica) => load(fromWorkspace(replica, workspace));
  }

  /** A room, and where threads may wait in it how one stands to them. */
  async #roomLoad(roomId: string): Promise<Load> {
    const room = await this.#client.rooms.getRoom({ roomId });
    const isFollowing = Object.values(this.#store.state.standings).some((standing) => standing.roomId === roomId);
    if (!isFollowing && room.unread.threads === 0) return (replica) => fromRoom(replica, room);
    const threads = await this.#client.page(messages.listThreads, { workspaceId: this.#workspaceId, limit: 100 });
    return (replica) => fromThreads(fromRoom(replica, room), threads.items);
  }

  /** Of a room, the loaded parts go and its newest page comes; the account's and the workspace's own are whole answers. */
  async #fetchWhole(feed: FeedName): Promise<Load> {
    const { kind, id: roomId } = parseFeed(feed);
    if (kind !== "room") return this.#workspaceLoad();
    return this.#orGone(roomId, async () => {
      const load = await this.#roomLoad(roomId);
      if (!this.#store.state.timelines[roomId]) return (replica) => load(withoutWindows(replica, roomId));
      const page = await this.#client.page(messages.listMessages, { roomId, limit: 50 });
      return (replica: Replica) => fromMessagePage(load(withoutWindows(replica, roomId)), roomId, page);
    });
  }

  /** What of the workspace is loaded only when it is looked at goes, and comes back with the next look. */
  async #workspaceLoad(): Promise<Load> {
    const load = await fetchWorkspace(this.#client, this.#workspaceId);
    const id = this.#workspaceId;
    return (replica) =>
      load(withoutToolsOf(withoutModels(withoutPrompts(withoutRoomTemplates(replica, id), id), id), id));
  }

  async #orGone(roomId: string, fetch: () => Promise<Load>): Promise<Load> {
    try {
      return await fetch();
    } catch (error) {
      if (isProblem(error, rooms.RoomNotFound)) return (replica) => withoutRoom(replica, roomId);
      throw error;
    }
  }
}
