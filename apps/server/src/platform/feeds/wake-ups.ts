// Tells the other servers of an installation that the log has moved, so that they need not wait for their next sweep.
import type { Bus } from "../bus/index.ts";

const topic = "feeds.moved";

export class WakeUps {
  readonly #bus: Bus;
  readonly #self = crypto.randomUUID();

  constructor(bus: Bus) {
    this.#bus = bus;
  }

  send(): void {
    this.#bus.publish(topic, this.#self);
  }

  /** Calls back for wake-ups of others; gives the way to stop. */
  listen(onWakeUp: () => void): () => void {
    return this.#bus.subscribe(topic, (sender) => {
      if (sender !== this.#self) onWakeUp();
    });
  }
}
