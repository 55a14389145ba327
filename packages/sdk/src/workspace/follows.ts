import { type FeedName, feedOf } from "@althing/contract";
import type { Live } from "../live/index.ts";
import { headOf, type Replica } from "../replica/index.ts";

/** Keeps what the socket follows equal to what the state holds: the account, the workspace, and every room. */
export class Follows {
  readonly #live: Live;
  readonly #followed = new Set<FeedName>();
  #rooms: Replica["rooms"] | undefined;

  constructor(live: Live) {
    this.#live = live;
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
    this.#live.follow(feeds.map((feed) => ({ feed, after: headOf(replica, feed) })));
  }

  stop(feeds: readonly FeedName[] = [...this.#followed]): void {
    for (const feed of feeds) this.#followed.delete(feed);
    if (feeds.length > 0) this.#live.unfollow(feeds);
  }
}
