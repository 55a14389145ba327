import type { Problem, realtime } from "@althing/contract";
import type { Clock } from "../clock.ts";
import { AlthingError, NetworkError } from "../errors.ts";

export type Ack = Omit<Extract<realtime.ServerFrame, { op: "ack" }>, "op">;

type Waiting = { resolve(ack: Ack): void; reject(error: Error): void };

const patienceMs = 30_000;

/** The frames that wait for their `ack` or `error`. */
export class Replies {
  readonly #waiting = new Map<string, Waiting>();
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  async expect(key: string): Promise<Ack> {
    const cancel = this.#clock.after(patienceMs, () =>
      this.abandon(key, new NetworkError("The server did not answer in time.")),
    );
    try {
      return await new Promise((resolve, reject) => this.#waiting.set(key, { resolve, reject }));
    } finally {
      cancel();
      this.#waiting.delete(key);
    }
  }

  resolve(ack: Ack): void {
    this.#waiting.get(ack.key)?.resolve(ack);
  }

  reject(key: string, problem: Problem): void {
    this.abandon(key, new AlthingError(problem));
  }

  /** Without an answer, nobody knows whether it was carried out. */
  abandon(key: string, error: Error): void {
    this.#waiting.get(key)?.reject(error);
  }

  abandonAll(): void {
    for (const key of this.#waiting.keys()) this.abandon(key, new NetworkError("The connection was lost."));
  }
}
