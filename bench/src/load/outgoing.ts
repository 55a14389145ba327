import type { Socket } from "bun";

/** Writes to a socket, and keeps what the system does not take at once. */
export class Outgoing {
  readonly #socket: Socket<unknown>;
  #waiting: Buffer[] = [];

  constructor(socket: Socket<unknown>) {
    this.#socket = socket;
  }

  write(bytes: Buffer): void {
    if (this.#waiting.length > 0) this.#waiting.push(bytes);
    else {
      const written = this.#socket.write(bytes);
      if (written < bytes.length) this.#waiting.push(bytes.subarray(Math.max(written, 0)));
    }
  }

  drain(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const bytes of waiting) this.write(bytes);
  }

  end(): void {
    this.#socket.end();
  }
}
