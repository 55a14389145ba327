import { type FeedName, feedOf } from "@althing/contract";
import type { Live } from "../live/index.ts";
import { headOf, type Replica } from "../replica/index.ts";

export type Positions = Readonly<Record<string, number>>;

/** Keeps what the socket follows equal to what the state holds: the account, the workspace, and every room. */
export class Follows {
  readonly #live: Live;
  readonly #followed = new Set<FeedName>();
  /** Where an earlier run was in its feeds; used once each. */
  readonly #kept: Map<FeedName, number>;
  #rooms: Replica["rooms"] | undefined;

  constructor(live: Live, kept: Positions = {}) {
    this.#live = live;
    this.#kept = new Map(Object.entries(kept) as [FeedName, number][]);
  }

  /** Up to which number the events of each feed are in the state. A head may be ahead of it, where an answer was. */
  get positions(): Positions {
    const known = this.#live.positions.flatMap(({ feed, after }) =>
      after !== undefined && this.#followed.has(feed) ? [[feed, after] as const] : [],
    );
    return Object.fromEntries(known);
  }

  match(replica: Replica, workspaceId: string): void {
    if (replica.rooms === this.#rooms || !replica.accountId) return;
    this.#rooms = replica.rooms;
    const wanted = new Set<FeedName>([
      feedOf.account(replica.accountId),
      feedOf.workspace(workspaceId),
      ...Object.keys(replica.rooms).map(feedOf.room),
    ]);
    this.stop([...this.#followed].filter((feed) => !wanted.has(feed)));
    this.restart(
      replica,
      [...wanted].filter((feed) => !this.#followed.has(feed)),
    );
  }

  /** Follows feeds from the heads that the state has, again if need be. */
  restart(replica: Replica, feeds: readonly FeedName[]): void {
    if (feeds.length === 0) return;
    for (const feed of feeds) this.#followed.add(feed);
    this.#live.follow(feeds.map((feed) => ({ feed, after: this.#kept.get(feed) ?? headOf(replica, feed) })));
    for (const feed of feeds) this.#kept.delete(feed);
  }

  stop(feeds: readonly FeedName[] = [...this.#followed]): void {
    for (const feed of feeds) this.#followed.delete(feed);
    if (feeds.length > 0) this.#live.unfollow(feeds);
  }
}
