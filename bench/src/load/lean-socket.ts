/**
 * A WebSocket client that costs next to nothing, since the load shares two cores with what it measures: frames are cut
 * out of the bytes of a plain TCP connection, and nothing is parsed, decoded or masked (the key of the mask is zero).
 */
import type { Socket } from "bun";
import { Outgoing } from "./outgoing.ts";

export type LeanSocketOptions = {
  url: string;
  onFrame(payload: Buffer): void;
};

const opcodes = { text: 1, close: 8, ping: 9, pong: 10 } as const;

export class LeanSocket {
  readonly #onFrame: (payload: Buffer) => void;
  readonly #outgoing: Outgoing;
  #pieces: Buffer[] = [];
  #held = 0;
  #needed = 2;
  #closed = false;

  private constructor(socket: Socket<unknown>, onFrame: (payload: Buffer) => void) {
    this.#outgoing = new Outgoing(socket);
    this.#onFrame = onFrame;
  }

  static async connect({ url, onFrame }: LeanSocketOptions): Promise<LeanSocket> {
    const { hostname, port, pathname, host } = new URL(url);
    const opened = Promise.withResolvers<void>();
    let head: Buffer | undefined = Buffer.alloc(0);
    let lean: LeanSocket | undefined;
    const socket = await Bun.connect({
      hostname,
      port: Number(port),
      socket: {
        data(_, chunk) {
          if (head === undefined) return lean?.take(chunk);
          head = Buffer.concat([head, chunk]);
          const end = head.indexOf("\r\n\r\n");
          if (end < 0) return;
          if (!head.toString("latin1", 0, 12).endsWith("101")) return opened.reject(new Error(head.toString("latin1")));
          const rest = head.subarray(end + 4);
          head = undefined;
          opened.resolve();
          if (rest.length > 0) lean?.take(rest);
        },
        drain: () => lean?.drain(),
        close: () => {
          if (lean) lean.#closed = true;
          opened.reject(new Error("The connection was closed"));
        },
        error: (_, error) => opened.reject(error),
      },
    });
    lean = new LeanSocket(socket, onFrame);
    const upgrade = "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13";
    const key = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
    lean.#outgoing.write(
      Buffer.from(`GET ${pathname} HTTP/1.1\r\nHost: ${host}\r\n${upgrade}\r\nSec-WebSocket-Key: ${key}\r\n\r\n`),
    );
    await opened.promise;
    return lean;
  }

  get isClosed(): boolean {
    return this.#closed;
  }

  send(text: string): void {
    this.#write(opcodes.text, Buffer.from(text));
  }

  close(): void {
    this.#outgoing.end();
  }

  drain(): void {
    this.#outgoing.drain();
  }

  /** Gives whole frames to the receiver, and keeps the beginning of one until the rest is there. */
  take(chunk: Buffer): void {
    this.#held += chunk.length;
    this.#pieces.push(chunk);
    if (this.#held < this.#needed) return;
    const bytes = this.#pieces.length === 1 ? chunk : Buffer.concat(this.#pieces);
    let at = 0;
    for (;;) {
      const frame = frameAt(bytes, at);
      this.#needed = frame.end - at;
      if (frame.end > bytes.length) break;
      this.#receive(frame.opcode, bytes.subarray(frame.begin, frame.end));
      at = frame.end;
    }
    this.#held = bytes.length - at;
    this.#pieces = this.#held > 0 ? [bytes.subarray(at)] : [];
  }

  #receive(opcode: number, payload: Buffer): void {
    if (opcode === opcodes.text) this.#onFrame(payload);
    else if (opcode === opcodes.ping) this.#write(opcodes.pong, payload);
    else if (opcode === opcodes.close) this.#closed = true;
  }

  #write(opcode: number, payload: Buffer): void {
    const isShort = payload.length < 126;
    const frame = Buffer.alloc((isShort ? 6 : 8) + payload.length);
    frame[0] = 0x80 | opcode;
    frame[1] = 0x80 | (isShort ? payload.length : 126);
    if (!isShort) frame.writeUInt16BE(payload.length, 2);
    payload.copy(frame, isShort ? 6 : 8);
    this.#outgoing.write(frame);
  }
}

/** Where the frame that begins at `at` has its payload; `end` lies beyond the bytes while it is not whole. */
function frameAt(bytes: Buffer, at: number): { opcode: number; begin: number; end: number } {
  const left = bytes.length - at;
  if (left < 2) return { opcode: 0, begin: at, end: at + Math.max(2, left + 1) };
  const opcode = bytes.readUInt8(at) & 0x0f;
  const short = bytes.readUInt8(at + 1) & 0x7f;
  const begin = at + (short < 126 ? 2 : short === 126 ? 4 : 10);
  if (begin > bytes.length) return { opcode, begin, end: begin };
  const length =
    short < 126 ? short : short === 126 ? bytes.readUInt16BE(at + 2) : Number(bytes.readBigUInt64BE(at + 2));
  return { opcode, begin, end: begin + length };
}
