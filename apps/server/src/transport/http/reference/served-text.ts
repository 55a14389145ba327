import { LRUCache } from "lru-cache";
import { quickHash } from "../../../platform/listener/index.ts";
import { compress } from "../compress.ts";

type Encoded = ReturnType<typeof compress>;

export type ServedTextParts = {
  mediaType: string;
  make: () => string;
  headers?: Readonly<Record<string, string>>;
};

/** A text that is made when first asked for and then kept, whole and as compressed for its readers. */
export class ServedText {
  readonly #parts: ServedTextParts;
  readonly #encoded = new LRUCache<string, Encoded>({ max: 8 });
  #made: { text: string; tag: string } | undefined;

  constructor(parts: ServedTextParts) {
    this.#parts = parts;
  }

  /** Names this very text. */
  get tag(): string {
    return this.#whole().tag;
  }

  respond(request: Request): Response {
    const { text, tag } = this.#whole();
    const etag = `"${tag}"`;
    const headers = new Headers({ "cache-control": "no-cache", vary: "Accept-Encoding", etag, ...this.#parts.headers });
    if (request.headers.get("if-none-match")?.includes(etag)) return new Response(null, { status: 304, headers });
    const { body, encoding } = this.#encode(text, request.headers.get("accept-encoding") ?? "");
    headers.set("content-type", this.#parts.mediaType);
    if (encoding) headers.set("content-encoding", encoding);
    return new Response(body, { headers });
  }

  #whole(): { text: string; tag: string } {
    if (!this.#made) {
      const text = this.#parts.make();
      this.#made = { text, tag: quickHash(text) };
    }
    return this.#made;
  }

  #encode(text: string, accepted: string): Encoded {
    const known = this.#encoded.get(accepted);
    if (known) return known;
    const encoded = compress(text, accepted);
    this.#encoded.set(accepted, encoded);
    return encoded;
  }
}
