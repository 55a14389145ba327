import type { Clock } from "../clock.ts";
import type { Storage } from "../storage.ts";
import { type Kept, keep } from "./kept.ts";
import type { Store } from "./store.ts";

type Parts = { storage: Storage; store: Store; clock: Clock; read: () => Kept };

const patienceMs = 5_000;

/** Puts what is known into the storage, some seconds after it changed: not at each event, and not only at the end. */
export class Keeper {
  readonly #parts: Parts;
  readonly #forget: () => void;
  #cancel: (() => void) | undefined;
  #writing: Promise<void> = Promise.resolve();

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#forget = parts.store.onChange(() => {
      this.#cancel ??= parts.clock.after(patienceMs, () => void this.keep());
    });
  }

  /** One write after the other. A full or blocked storage costs the next start its haste, and nothing else. */
  keep(): Promise<void> {
    this.#cancel?.();
    this.#cancel = undefined;
    const { storage, clock, read } = this.#parts;
    this.#writing = this.#writing.then(() => keep(storage, read(), clock.now())).catch(() => undefined);
    return this.#writing;
  }

  /** Resolves when nothing is written any more. */
  stop(): Promise<void> {
    this.#forget();
    this.#cancel?.();
    return this.#writing;
  }
}
