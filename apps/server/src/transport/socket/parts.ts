// What the gate and its connections work with.
import type { FeedName, LimitDef, Problem } from "@althing/contract";
import type { AccountActor } from "../../kernel/actor.ts";
import type { RequestFacts } from "../../kernel/call.ts";
import type { Kernel } from "../../kernel/kernel.ts";
import type { Hub } from "../../platform/feeds/index.ts";
import type { FeedMetrics, SocketMetrics } from "../../platform/telemetry/index.ts";

export type SocketParts = {
  kernel: Kernel;
  hub: Hub;
  metrics: SocketMetrics;
  feedMetrics: FeedMetrics;
  heads(feeds: readonly FeedName[]): Promise<Record<string, number>>;
  requireWithinLimit(limit: LimitDef, accountId: string): Promise<void>;
};

/** What the upgrade of a socket told of its peer. */
export type Visit = { address: string; userAgent: string; ticket: string | null };

/** A frame as a request: what HTTP has in headers, a frame does not. */
export const factsOf = ({ address, userAgent }: Visit): RequestFacts => ({
  requestId: crypto.randomUUID(),
  address,
  userAgent,
  idempotencyKey: undefined,
  ifMatch: undefined,
  include: new Set(),
  refreshCookie: undefined,
});

export type Following = { feed: FeedName; after?: number | undefined };

/** What the gate does for a connection. */
export type Gatekeeper<Guest> = {
  redeem(ticket: string): Promise<AccountActor | undefined>;
  /** False where the account has as many sockets as it may, here and at other servers. */
  admit(guest: Guest): Promise<boolean>;
  left(guest: Guest): void;
  problem(error: unknown): Problem;
};
