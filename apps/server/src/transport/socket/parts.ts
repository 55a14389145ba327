// What the gate and its connections work with.
import type { FeedName, LimitDef, Problem } from "@althing/contract";
import type { AccountActor } from "../../kernel/actor.ts";
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

/** What the gate does for a connection. */
export type Gatekeeper<Guest> = {
  redeem(ticket: string): Promise<AccountActor | undefined>;
  /** False where the account has as many sockets as it may. */
  admit(guest: Guest): boolean;
  left(guest: Guest): void;
  problem(error: unknown): Problem;
};
