/** Someone online: a lean socket that counts the events of one feed by their numbers, and finds out when one is missing. */
import { LeanSocket } from "./lean-socket.ts";

export type FollowerOptions = {
  url: string;
  ticket: string;
  feeds: readonly { feed: string; after?: number | undefined }[];
  onAck?: (frame: Buffer) => void;
  onEvents?: (frame: Buffer) => void;
};

/** The second letter of a frame's `op` tells the frames apart. */
const letterAt = 8;
const letters = { events: code("v"), ack: code("c"), error: code("r"), ready: code("e") } as const;
const seqKey = Buffer.from('"seq":');
/** An event ends with its payload, whose message bears the same number: the last one stands in this many bytes. */
const tailBytes = 4_096;

export class Follower {
  /** The newest number heard, of the feed whose events arrive. */
  last = 0;
  heard = 0;
  missed = 0;
  acked = 0;
  readonly errors: string[] = [];
  readonly #ready = Promise.withResolvers<string>();
  #socket: LeanSocket | undefined;

  static async connect({ url, ticket, feeds, onAck, onEvents }: FollowerOptions): Promise<Follower> {
    const follower = new Follower();
    follower.#socket = await LeanSocket.connect({
      url: `${url.replace("http", "ws")}/api/v1/realtime`,
      onFrame: (frame) => {
        const letter = frame[letterAt];
        if (letter === letters.events) {
          follower.#count(frame);
          onEvents?.(frame);
        } else if (letter === letters.ack) {
          follower.acked++;
          onAck?.(frame);
        } else if (letter === letters.error) follower.errors.push(frame.toString());
        else if (letter === letters.ready) follower.#ready.resolve(frame.toString());
      },
    });
    follower.send(JSON.stringify({ op: "hello", ticket, feeds }));
    await follower.#ready.promise;
    return follower;
  }

  get isClosed(): boolean {
    return this.#socket?.isClosed ?? true;
  }

  send(frame: string): void {
    this.#socket?.send(frame);
  }

  close(): void {
    this.#socket?.close();
  }

  #count(frame: Buffer): void {
    const first = numberAfter(frame, frame.indexOf(seqKey));
    if (first === 0) return;
    const tail = frame.subarray(Math.max(0, frame.length - tailBytes));
    const last = numberAfter(tail, tail.lastIndexOf(seqKey));
    if (this.last > 0) this.missed += Math.abs(first - this.last - 1);
    this.heard += last - first + 1;
    this.last = last;
  }
}

function code(letter: string): number {
  return letter.charCodeAt(0);
}

/** The number behind the key that begins at `at`. */
function numberAfter(frame: Buffer, at: number): number {
  let value = 0;
  for (let index = at + seqKey.length; ; index++) {
    const digit = (frame[index] ?? 0) - 48;
    if (digit < 0 || digit > 9) return value;
    value = value * 10 + digit;
  }
}
