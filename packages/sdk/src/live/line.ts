/** Keeps one socket open: a ticket, a connection, and after each loss another one, until it ends for good. */
import type { realtime } from "@althing/contract";
import { backoffMs } from "../backoff.ts";
import type { Client } from "../client.ts";
import type { Clock } from "../clock.ts";
import { AlthingError, mayPassLater } from "../errors.ts";
import { createSource } from "../signal.ts";
import { type Ending, openSocket, type Ready, type Socket, type SocketConstructor } from "./socket.ts";
import { findFinalReason, type LiveStatus } from "./status.ts";
import type { Change, Surroundings } from "./surroundings.ts";

type Parts = {
  client: Client;
  WebSocket: SocketConstructor;
  surroundings: Surroundings;
  clock: Clock;
  random: () => number;
  /** What to say first on a new socket. */
  greet(ticket: string): realtime.ClientFrameInput[];
  onReady(ready: Ready): void;
  onFrame(frame: realtime.ServerFrame): void;
  /** The socket is gone, or was never there. */
  onDown(): void;
};

const steadyMs = 5_000;

export class Line {
  readonly statuses = createSource<LiveStatus>();
  readonly #parts: Parts;
  #status: LiveStatus = { state: "idle" };
  #socket: Socket | undefined;
  #bye: Extract<realtime.ServerFrame, { op: "bye" }> | undefined;
  /** Rises with each attempt, so that what belongs to an earlier one is known to be stale. */
  #generation = 0;
  #attempt = 0;
  #liveSince = 0;
  #cancelWait: () => void = () => undefined;
  #forgetSurroundings: () => void = () => undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  get status(): LiveStatus {
    return this.#status;
  }

  start(): void {
    if (this.#status.state !== "idle" && this.#status.state !== "ended") return;
    this.#forgetSurroundings = this.#parts.surroundings.onChange((change) => this.#notice(change));
    this.#attempt = 0;
    void this.#connect();
  }

  stop(): void {
    this.#rest({ state: "idle" });
  }

  /** False, and nothing sent, unless the line is live. */
  send(frame: realtime.ClientFrameInput): boolean {
    if (this.#status.state !== "live") return false;
    this.#socket?.send(frame);
    return true;
  }

  async #connect(): Promise<void> {
    this.#drop();
    const { client, surroundings, WebSocket, clock, random, greet } = this.#parts;
    if (!surroundings.isOnline()) {
      this.#setStatus({ state: "offline" });
      return;
    }
    const generation = this.#generation;
    this.#setStatus({ state: "connecting" });
    try {
      const { ticket } = await client.realtime.createTicket({});
      if (generation !== this.#generation) return;
      this.#socket = openSocket({
        url: socketAddress(client.baseUrl),
        WebSocket,
        clock,
        random,
        greet: () => greet(ticket),
        onReady: (ready) => this.#ready(ready),
        onFrame: (frame) => {
          if (frame.op === "bye") this.#bye = frame;
          else this.#parts.onFrame(frame);
        },
        onEnd: (ending) => this.#lost(ending),
      });
    } catch (error) {
      if (generation !== this.#generation) return;
      if (error instanceof AlthingError && !mayPassLater(error)) this.#rest({ state: "ended", reason: error.code });
      else this.#wait(error instanceof AlthingError ? error.retryAfterMs : undefined);
    }
  }

  #ready(ready: Ready): void {
    this.#liveSince = this.#parts.clock.now();
    this.#setStatus({ state: "live", accountId: ready.account.id, sessionId: ready.sessionId });
    this.#parts.onReady(ready);
  }

  #lost(ending: Ending): void {
    const reason = findFinalReason(ending, this.#bye);
    if (reason !== undefined) {
      this.#rest({ state: "ended", reason });
      return;
    }
    // A line that breaks as soon as it stands must not be tried ever faster.
    if (this.#status.state === "live" && this.#parts.clock.now() - this.#liveSince >= steadyMs) this.#attempt = 0;
    this.#wait(this.#bye?.afterMs);
  }

  #wait(hintMs: number | undefined): void {
    this.#drop();
    if (!this.#parts.surroundings.isOnline()) {
      this.#setStatus({ state: "offline" });
      return;
    }
    const { clock, random } = this.#parts;
    const waitMs = hintMs ?? backoffMs(this.#attempt, random);
    this.#attempt++;
    this.#cancelWait = clock.after(waitMs, () => void this.#connect());
    this.#setStatus({ state: "waiting", until: clock.now() + waitMs });
  }

  #rest(status: LiveStatus): void {
    this.#drop();
    this.#forgetSurroundings();
    this.#setStatus(status);
  }

  #notice(change: Change): void {
    if (change === "offline") {
      this.#drop();
      this.#setStatus({ state: "offline" });
    } else if (this.#status.state === "live") this.#socket?.ping();
    else if (this.#status.state !== "connecting") void this.#connect();
  }

  /** Lets go of the socket, or of waiting for one. */
  #drop(): void {
    this.#generation++;
    this.#cancelWait();
    this.#socket?.close();
    this.#socket = undefined;
    this.#bye = undefined;
    this.#parts.onDown();
  }

  #setStatus(status: LiveStatus): void {
    this.#status = status;
    this.statuses.emit(status);
  }
}

function socketAddress(baseUrl: string): string {
  const origin = baseUrl === "" ? globalThis.location.origin : baseUrl.replace(/\/$/, "");
  return `${origin.replace(/^http/, "ws")}/api/v1/realtime`;
}
