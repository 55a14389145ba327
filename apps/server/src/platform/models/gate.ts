import { LRUCache } from "lru-cache";
import { Breaker } from "./breaker.ts";
import type { ModelEndpoint, ModelFaultKind, ModelHealth } from "./model.ts";
import { ModelFault } from "./model-fault.ts";

/** A way in that was granted; given back by telling how it ended. */
export type Pass = {
  answered(): void;
  end(fault: ModelFaultKind | undefined): void;
};

export type GateOptions = {
  /** How many answers may be written at once with one key. */
  readonly streamsPerCredential: () => number;
  readonly clock: () => Date;
  /** Milliseconds that only ever grow. */
  readonly now: () => number;
};

type Entry = Omit<ModelHealth, "state"> & {
  readonly breaker: Breaker;
  lastFault: ModelFaultKind | null;
  lastFaultAt: Date | null;
  running: number;
};

/** What tells that a model, or the way to it, is not well. */
const symptoms: ReadonlySet<ModelFaultKind> = new Set([
  "rate_limited",
  "overloaded",
  "unavailable",
  "network",
  "first_token_timeout",
  "token_timeout",
  "cut",
]);

/** Lets calls through to each model as long as it is well, and to each key as long as it is not crowded. */
export class Gate {
  readonly #entries = new LRUCache<string, Entry>({ max: 1_000 });
  readonly #crowds = new Map<string, number>();

  constructor(private readonly options: GateOptions) {}

  /** Throws a `ModelFault`: `busy` or `breaker_open`. */
  enter(endpoint: ModelEndpoint): Pass {
    const { credentialId } = endpoint;
    const crowd = this.#crowds.get(credentialId) ?? 0;
    if (crowd >= this.options.streamsPerCredential()) throw new ModelFault("busy");
    const entry = this.#entryOf(endpoint);
    const call = entry.breaker.enter();
    if (!call) throw new ModelFault("breaker_open");
    this.#crowds.set(credentialId, crowd + 1);
    entry.running += 1;
    return {
      answered: () => call.answered(),
      end: (fault) => {
        entry.running -= 1;
        this.#leave(credentialId);
        if (fault) Object.assign(entry, { lastFault: fault, lastFaultAt: this.options.clock() });
        if (fault === undefined) call.succeeded();
        else if (symptoms.has(fault)) call.failed();
        else call.abstained();
      },
    };
  }

  health(): ModelHealth[] {
    return [...this.#entries.values()].map(({ breaker, ...entry }) => ({ ...entry, state: breaker.state }));
  }

  #entryOf({ kind, baseUrl, credentialId, modelId }: ModelEndpoint): Entry {
    const key = JSON.stringify([kind, baseUrl, credentialId, modelId]);
    const known = this.#entries.get(key);
    if (known) return known;
    const breaker = new Breaker(this.options.now);
    const entry = { credentialId, kind, modelId, breaker, lastFault: null, lastFaultAt: null, running: 0 };
    this.#entries.set(key, entry);
    return entry;
  }

  #leave(credentialId: string): void {
    const left = (this.#crowds.get(credentialId) ?? 1) - 1;
    if (left > 0) this.#crowds.set(credentialId, left);
    else this.#crowds.delete(credentialId);
  }
}
