/** An HTTP/1.1 client over one kept connection, one request at a time, that looks at an answer's status and length only. */
import { Outgoing } from "./outgoing.ts";

export type LeanAnswer = { status: number; body: Buffer };

export class LeanHttp {
  #outgoing: Outgoing | undefined;
  #pieces: Buffer[] = [];
  #held = 0;
  #needed = 0;
  #head: { status: number; length: number } | undefined;
  #waiting: PromiseWithResolvers<LeanAnswer> | undefined;

  static async connect(url: string): Promise<LeanHttp> {
    const { hostname, port } = new URL(url);
    const client = new LeanHttp();
    const socket = await Bun.connect({
      hostname,
      port: Number(port),
      socket: {
        data: (_, chunk) => client.#take(chunk),
        drain: () => client.#outgoing?.drain(),
        close: () => client.#waiting?.reject(new Error("The connection was closed")),
      },
    });
    client.#outgoing = new Outgoing(socket);
    return client;
  }

  /** Sends a whole request, head and body, that `requestText` made. */
  ask(request: string): Promise<LeanAnswer> {
    const waiting = Promise.withResolvers<LeanAnswer>();
    this.#waiting = waiting;
    this.#outgoing?.write(Buffer.from(request));
    return waiting.promise;
  }

  close(): void {
    this.#outgoing?.end();
  }

  #take(chunk: Buffer): void {
    this.#pieces.push(chunk);
    this.#held += chunk.length;
    if (this.#held < this.#needed) return;
    const bytes = this.#pieces.length === 1 ? chunk : Buffer.concat(this.#pieces);
    this.#pieces = [bytes];
    this.#head ??= headOf(bytes);
    if (!this.#head) return;
    const { status, length } = this.#head;
    this.#needed = length;
    if (bytes.length < length) return;
    const body = bytes.subarray(bytes.indexOf("\r\n\r\n") + 4, length);
    [this.#pieces, this.#held, this.#needed, this.#head] = [[], 0, 0, undefined];
    this.#waiting?.resolve({ status, body });
  }
}

/** The status, and where the answer ends; undefined while the head is not whole. */
function headOf(bytes: Buffer): { status: number; length: number } | undefined {
  const end = bytes.indexOf("\r\n\r\n");
  if (end < 0) return undefined;
  const head = bytes.toString("latin1", 0, end);
  const [, length = "0"] = /\r\ncontent-length: (\d+)/i.exec(head) ?? [];
  return { status: Number(head.slice(9, 12)), length: end + 4 + Number(length) };
}

export function requestText(method: "GET" | "POST", path: string, token: string, body = ""): string {
  const head = `${method} ${path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${token}\r\n`;
  if (method === "GET") return `${head}\r\n`;
  return `${head}Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}
