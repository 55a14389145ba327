export const feedKinds = ["room", "account", "workspace", "run"] as const;
export type FeedKind = (typeof feedKinds)[number];

/** The name of an ordered, gap-free list of events: its kind and the id of the thing it tells about. */
export type FeedName = `${FeedKind}:${string}`;

export const feedOf = {
  room: (id: string): FeedName => `room:${id}`,
  account: (id: string): FeedName => `account:${id}`,
  workspace: (id: string): FeedName => `workspace:${id}`,
  run: (id: string): FeedName => `run:${id}`,
};

/** Splits a feed's name; the input must be one. */
export const parseFeed = (feed: FeedName): { kind: FeedKind; id: string } => {
  const at = feed.indexOf(":");
  return { kind: feed.slice(0, at) as FeedKind, id: feed.slice(at + 1) };
};
