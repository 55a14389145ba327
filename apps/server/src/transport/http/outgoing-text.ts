import { quickHash } from "../../platform/listener/index.ts";
import { compress, type Encoding, encodingFor } from "./compress.ts";

/** A text as bytes. Where it is kept to be given again, its fingerprint and its bodies are made once. */
export class OutgoingText {
  readonly #bytes: Buffer<ArrayBuffer>;
  /** As blobs, which answers share: of bytes each would make a copy. */
  readonly #bodies = new Map<Encoding | undefined, Blob>();
  #tag: string | undefined;

  constructor(text: string) {
    this.#bytes = Buffer.from(text);
  }

  /** Tells this text from others. */
  get tag(): string {
    this.#tag ??= quickHash(this.#bytes);
    return this.#tag;
  }

  /** As the client likes it best. */
  bodyFor(accepted: string | null): { body: Blob; encoding: Encoding | undefined } {
    const encoding = encodingFor(this.#bytes.length, accepted);
    const body = this.#bodies.get(encoding) ?? new Blob([encoding ? compress(this.#bytes, encoding) : this.#bytes]);
    this.#bodies.set(encoding, body);
    return { body, encoding };
  }
}
