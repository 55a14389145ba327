import type { EventEnvelope, FeedName } from "@althing/contract";
import type { Clock } from "../clock.ts";
import { apply, emptyReplica, type Replica } from "../replica/index.ts";
import { createSource, type Signal } from "../signal.ts";

/** What an answer does to the state. */
export type Load = (replica: Replica) => Replica;

/** Holds the current state. What is loaded while events come is followed by those events once more. */
export class Store {
  readonly #clock: Clock;
  readonly #changes = createSource<Replica>();
  readonly #heardByLoads = new Set<EventEnvelope[]>();
  #state: Replica;

  constructor(clock: Clock, state: Replica = emptyReplica) {
    this.#clock = clock;
    this.#state = state;
  }

  get state(): Replica {
    return this.#state;
  }
  get onChange(): Signal<Replica>["on"] {
    return this.#changes.on;
  }

  hear(events: readonly EventEnvelope[]): void {
    for (const heard of this.#heardByLoads) heard.push(...events);
    this.#set(this.#withEvents(this.#state, events));
  }

  /**
   * Fetches, and takes the answer in. Rejects as the fetching does. With `feed`, the answer holds only what that feed
   * tells of, and the events of others are not told again.
   */
  async load(fetch: () => Promise<Load>, feed?: FeedName): Promise<void> {
    const heard: EventEnvelope[] = [];
    this.#heardByLoads.add(heard);
    try {
      const load = await fetch();
      const again = feed === undefined ? heard : heard.filter((event) => event.feed === feed);
      this.#set(this.#withEvents(load(this.#state), again));
    } finally {
      this.#heardByLoads.delete(heard);
    }
  }

  alter(load: Load): void {
    this.#set(load(this.#state));
  }

  #withEvents(state: Replica, events: readonly EventEnvelope[]): Replica {
    return events.reduce((next, event) => apply(next, event, this.#clock.now()), state);
  }

  #set(state: Replica): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#changes.emit(state);
  }
}
