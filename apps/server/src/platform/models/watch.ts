import type { ModelFaultKind, ModelLimits } from "./model.ts";
import { ModelFault } from "./model-fault.ts";

/** Ends a call when a token does not come in time, when all of it takes too long, or when its reader stops it. */
export class Watch {
  readonly #controller = new AbortController();
  readonly #total: ReturnType<typeof setTimeout>;
  #silence: ReturnType<typeof setTimeout> | undefined;
  readonly #stop = () => this.#give("stopped");

  constructor(
    private readonly limits: ModelLimits,
    private readonly reader: AbortSignal,
  ) {
    this.#total = setTimeout(() => this.#give("total_timeout"), limits.totalMs);
    if (reader.aborted) this.#stop();
    else reader.addEventListener("abort", this.#stop, { once: true });
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  expectFirstToken(): void {
    this.#expect("first_token_timeout", this.limits.firstTokenMs);
  }

  expectToken(): void {
    this.#expect("token_timeout", this.limits.tokenMs);
  }

  /** Nothing is expected of the model while its reader is at work. */
  rest(): void {
    clearTimeout(this.#silence);
  }

  /** Throws what ended the call, if something did meanwhile. */
  async wait(milliseconds: number): Promise<void> {
    this.signal.throwIfAborted();
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, milliseconds);
    this.signal.addEventListener("abort", () => resolve(), { once: true });
    await promise;
    clearTimeout(timer);
    this.signal.throwIfAborted();
  }

  end(): void {
    this.rest();
    clearTimeout(this.#total);
    this.reader.removeEventListener("abort", this.#stop);
  }

  #expect(fault: ModelFaultKind, milliseconds: number): void {
    this.rest();
    this.#silence = setTimeout(() => this.#give(fault), milliseconds);
  }

  #give(fault: ModelFaultKind): void {
    this.end();
    this.#controller.abort(new ModelFault(fault));
  }
}
