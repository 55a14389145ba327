// A WebSocket client as somebody writes it from the documents alone: frames in, frames out, nothing clever.
import type { EventEnvelope } from "@althing/contract";
import type { ClientFrameInput, ServerFrame } from "@althing/contract/realtime";

export type Frame<Op extends ServerFrame["op"]> = Extract<ServerFrame, { op: Op }>;
export type PlainEvent = EventEnvelope;

export class PlainSocket {
  readonly frames: ServerFrame[] = [];
  /** All durable events in the order in which they came. */
  readonly events: PlainEvent[] = [];
  closed: { code: number; reason: string } | undefined;
  readonly #socket: WebSocket;
  readonly #waiting = new Set<() => void>();

  constructor(url: string) {
    this.#socket = new WebSocket(url.replace(/^http/, "ws"));
    this.#socket.addEventListener("message", ({ data }) => {
      const frame = JSON.parse(String(data)) as ServerFrame;
      this.frames.push(frame);
      if (frame.op === "events")
        this.events.push(...frame.events.flatMap(({ seq, ...event }) => (seq ? [{ ...event, seq }] : [])));
      for (const look of this.#waiting) look();
    });
    this.#socket.addEventListener("close", ({ code, reason }) => {
      this.closed = { code, reason };
      for (const look of this.#waiting) look();
    });
    this.#socket.addEventListener("error", () => undefined);
  }

  get isOpen(): boolean {
    return this.#socket.readyState === WebSocket.OPEN;
  }

  /** Resolves once connected; rejects when the connection is refused. */
  opened(): Promise<void> {
    if (this.isOpen) return Promise.resolve();
    return new Promise((resolve, reject) => {
      this.#socket.addEventListener("open", () => resolve(), { once: true });
      this.#socket.addEventListener("close", () => reject(new Error("The connection was refused")), { once: true });
    });
  }

  send(frame: ClientFrameInput): void {
    this.#socket.send(JSON.stringify(frame));
  }

  sendText(text: string): void {
    this.#socket.send(text);
  }

  close(): void {
    this.#socket.close();
  }

  /** Waits until `find` gives something, looking after each frame; rejects after `withinMs`. */
  until<T>(find: () => T | undefined | false, withinMs = 15_000): Promise<T> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting.delete(look);
        reject(new Error(`Nothing came within ${withinMs} ms; frames: ${this.frames.map(({ op }) => op).join(" ")}`));
      }, withinMs);
      const look = () => {
        const found = find();
        if (found === undefined || found === false) return;
        clearTimeout(timer);
        this.#waiting.delete(look);
        resolve(found);
      };
      this.#waiting.add(look);
      look();
    });
  }

  frame<Op extends ServerFrame["op"]>(op: Op, fits: (frame: Frame<Op>) => boolean = () => true): Promise<Frame<Op>> {
    return this.until(() => this.frames.find((one): one is Frame<Op> => one.op === op && fits(one as Frame<Op>)));
  }

  event(type: string, fits: (event: PlainEvent) => boolean = () => true): Promise<PlainEvent> {
    return this.until(() => this.events.find((one) => one.type === type && fits(one)));
  }
}
