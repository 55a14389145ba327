import type { EventDef, EventEnvelope, EventOf } from "@althing/contract";
import type { Replica } from "./state.ts";

type Reduce<E extends EventDef> = (replica: Replica, event: EventOf<E>, now: number) => Replica;

/** What an event does to the state. `now` is when it came, in milliseconds since 1970 by this device's clock. */
export type Reducer = {
  readonly type: string;
  /** Whether it makes a difference (one more, one less), and so must not see an event that the state has counted. */
  readonly once: boolean;
  readonly reduce: (replica: Replica, event: EventEnvelope, now: number) => Replica;
};

/** Sets values that the event carries: it may see an event twice. */
export const on = <E extends EventDef>(definition: E, reduce: Reduce<E>): Reducer => ({
  type: definition.type,
  once: false,
  reduce: reduce as Reducer["reduce"],
});

/** Counts: it sees an event only when its number is above the head that the state has of the feed. */
export const onceOn = <E extends EventDef>(definition: E, reduce: Reduce<E>): Reducer => ({
  ...on(definition, reduce),
  once: true,
});
