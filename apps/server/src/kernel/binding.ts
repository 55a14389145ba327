// How a route is bound to its verb. The binding decides what the verb is given, and so what it can do.
import type { OutputOf, RouteDef } from "@althing/contract";
import type { Answer, Call, LateAnswer } from "./call.ts";
import type { Platform } from "./platform.ts";
import type { ReadTx, WriteTx } from "./tx.ts";

export type ReadAction<R extends RouteDef> = (tx: ReadTx, call: Call<R>) => Promise<Answer<R>>;
export type WriteAction<R extends RouteDef> = (tx: WriteTx, call: Call<R>) => Promise<LateAnswer<R>>;
export type OutsideAction<R extends RouteDef> = (platform: Platform, call: Call<R>) => Promise<Answer<R>>;

/**
 * A hot verb, written for many calls at once: `load` asks everything in common, `decide` judges each call alone, and
 * `store` writes all plans together. Each call succeeds or fails alone, because only `store` writes.
 */
export type BatchAction<R extends RouteDef, Context, Plan> = {
  /** Calls of one shard are carried out in the order in which they came. */
  shard(call: Call<R>): string;
  load(tx: ReadTx, calls: readonly Call<R>[]): Promise<Context>;
  /** Throws a declared failure, or gives a plan. It may note in the context what later calls of the batch must see. */
  decide(call: Call<R>, context: Context, now: Date): Plan;
  /** Writes the plans and gives, for when the events have their numbers, an answer for each. */
  store(tx: WriteTx, plans: readonly Plan[], context: Context): Promise<() => OutputOf<R>[]>;
};

export type Binding = { readonly route: RouteDef } & (
  | { readonly kind: "read"; readonly snapshot: boolean; readonly action: ReadAction<RouteDef> }
  | { readonly kind: "write"; readonly action: WriteAction<RouteDef> }
  | { readonly kind: "batch"; readonly action: BatchAction<RouteDef, unknown, unknown> }
  | { readonly kind: "outside"; readonly action: OutsideAction<RouteDef> }
);

/** A query: one snapshot, nothing is written. A query of one statement may do without the snapshot's transaction. */
export const read = <R extends RouteDef>(
  route: R,
  action: ReadAction<R>,
  options?: { snapshot: boolean },
): Binding => ({
  kind: "read",
  route,
  snapshot: options?.snapshot ?? true,
  action: action as unknown as ReadAction<RouteDef>,
});

/** A verb with a transaction of its own. */
export const write = <R extends RouteDef>(route: R, action: WriteAction<R>): Binding => ({
  kind: "write",
  route,
  action: action as unknown as WriteAction<RouteDef>,
});

/** A hot verb, which shares its transaction with all calls that came while the last one was committing. */
export const batch = <R extends RouteDef, Context, Plan>(route: R, action: BatchAction<R, Context, Plan>): Binding => ({
  kind: "batch",
  route,
  action: action as unknown as BatchAction<RouteDef, unknown, unknown>,
});

/** A verb that must do work outside of a transaction first: hash a password, talk to another service. */
export const outside = <R extends RouteDef>(route: R, action: OutsideAction<R>): Binding => ({
  kind: "outside",
  route,
  action: action as unknown as OutsideAction<RouteDef>,
});
