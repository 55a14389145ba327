/**
 * The frames of one socket, taken one after the other, since handlers of a socket may overlap. A peer that sends faster
 * than it is served is paused; one that floods is turned away.
 */
import type { SocketPeer } from "../../platform/listener/index.ts";

const pauseAt = 64;
const resumeAt = 16;
const mostPerSecond = 5_000;

export class Inbox {
  readonly #peer: Pick<SocketPeer<unknown>, "pause" | "resume">;
  readonly #take: (text: string) => Promise<void>;
  readonly #waiting: string[] = [];
  #isBusy = false;
  #isPaused = false;
  #isClosed = false;
  #second = 0;
  #framesThisSecond = 0;

  constructor(peer: Pick<SocketPeer<unknown>, "pause" | "resume">, take: (text: string) => Promise<void>) {
    this.#peer = peer;
    this.#take = take;
  }

  /** False where the peer floods. */
  add(text: string): boolean {
    const second = Math.floor(performance.now() / 1_000);
    if (second !== this.#second) [this.#second, this.#framesThisSecond] = [second, 0];
    if (++this.#framesThisSecond > mostPerSecond) return false;
    this.#waiting.push(text);
    if (this.#waiting.length >= pauseAt && !this.#isPaused) {
      this.#isPaused = true;
      this.#peer.pause?.();
    }
    if (!this.#isBusy) void this.#work();
    return true;
  }

  close(): void {
    this.#isClosed = true;
    this.#waiting.length = 0;
  }

  async #work(): Promise<void> {
    this.#isBusy = true;
    for (let text = this.#waiting.shift(); text !== undefined; text = this.#waiting.shift()) {
      await this.#take(text);
      if (this.#isPaused && !this.#isClosed && this.#waiting.length <= resumeAt) {
        this.#isPaused = false;
        this.#peer.resume?.();
      }
    }
    this.#isBusy = false;
  }
}
