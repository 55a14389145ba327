import { OutgoingText } from "../outgoing-text.ts";

export type ServedTextParts = {
  mediaType: string;
  make: () => string;
  headers?: Readonly<Record<string, string>>;
};

/** A text that is made when first asked for and then kept. */
export class ServedText {
  readonly #parts: ServedTextParts;
  #made: OutgoingText | undefined;

  constructor(parts: ServedTextParts) {
    this.#parts = parts;
  }

  /** Names this very text. */
  get tag(): string {
    return this.#text().tag;
  }

  respond(request: Request): Response {
    const text = this.#text();
    const etag = `"${text.tag}"`;
    const headers = new Headers({ "cache-control": "no-cache", vary: "Accept-Encoding", etag, ...this.#parts.headers });
    if (request.headers.get("if-none-match")?.includes(etag)) return new Response(null, { status: 304, headers });
    const { body, encoding } = text.bodyFor(request.headers.get("accept-encoding"));
    headers.set("content-type", this.#parts.mediaType);
    if (encoding) headers.set("content-encoding", encoding);
    return new Response(body, { headers });
  }

  #text(): OutgoingText {
    this.#made ??= new OutgoingText(this.#parts.make());
    return this.#made;
  }
}
