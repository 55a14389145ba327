import { quickHash } from "../../platform/listener/index.ts";
import { compress, type Encoding, encodingFor } from "./compress.ts";

type Bytes = Uint8Array<ArrayBuffer>;

/** A text as bytes. Where it is kept to be given again, its fingerprint and its compressed forms are made once. */
export class OutgoingText {
  readonly #whole: Bytes;
  readonly #compressed = new Map<Encoding, Bytes>();
  #tag: string | undefined;

  constructor(text: string) {
    this.#whole = Buffer.from(text);
  }

  /** Tells this text from others. */
  get tag(): string {
    this.#tag ??= quickHash(this.#whole);
    return this.#tag;
  }

  /** As the client likes it best. */
  bodyFor(accepted: string | null): { body: Bytes; encoding?: Encoding } {
    const encoding = encodingFor(this.#whole.length, accepted);
    if (!encoding) return { body: this.#whole };
    const body = this.#compressed.get(encoding) ?? compress(this.#whole, encoding);
    this.#compressed.set(encoding, body);
    return { body, encoding };
  }
}
