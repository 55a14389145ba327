import { EgressFailed } from "./egress-fault.ts";

/** Ends an exchange when its time is over or somebody stops it, and lets go of everything once it has ended by itself. */
export class Deadline {
  readonly #controller = new AbortController();
  readonly #signals: readonly AbortSignal[];
  readonly #timer: ReturnType<typeof setTimeout>;
  readonly #stop = () => this.#end("stopped");

  constructor(
    timeoutMs: number,
    signals: readonly (AbortSignal | null | undefined)[],
    readonly host: string,
  ) {
    this.#timer = setTimeout(() => this.#end("timeout"), timeoutMs);
    this.#signals = signals.filter((signal) => signal != null);
    for (const signal of this.#signals) {
      if (signal.aborted) this.#stop();
      else signal.addEventListener("abort", this.#stop, { once: true });
    }
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Rejects when the time is over before `work` is done, for work that cannot be stopped itself. */
  race<T>(work: Promise<T>): Promise<T> {
    const { promise, reject } = Promise.withResolvers<never>();
    const give = () => reject(this.signal.reason);
    if (this.signal.aborted) give();
    this.signal.addEventListener("abort", give, { once: true });
    return Promise.race([work, promise]).finally(() => this.signal.removeEventListener("abort", give));
  }

  clear(): void {
    clearTimeout(this.#timer);
    for (const signal of this.#signals) signal.removeEventListener("abort", this.#stop);
  }

  #end(kind: "timeout" | "stopped"): void {
    this.clear();
    this.#controller.abort(new EgressFailed(kind, this.host));
  }
}
