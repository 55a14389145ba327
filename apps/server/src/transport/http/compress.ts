// Texts as their readers like them best.
import { brotliCompressSync, constants, gzipSync, zstdCompressSync } from "node:zlib";

const worthwhileBytes = 1_024;

export type Encoding = "zstd" | "br" | "gzip";

/** The first of `offered` that an `Accept-Encoding` header takes. */
export function firstAccepted(accepted: string | null, offered: readonly Encoding[]): Encoding | undefined {
  const taken = (accepted ?? "")
    .toLowerCase()
    .split(",")
    .filter((one) => !/;\s*q=0(\.0*)?\s*$/.test(one))
    .map((one) => one.split(";")[0]?.trim());
  return offered.find((encoding) => taken.includes(encoding));
}

/** The encoding the client likes best among those we have, for a text that is worth it. */
export function compress(
  text: string,
  accepted: string | null,
): { body: string | Uint8Array<ArrayBuffer>; encoding?: Encoding } {
  const encoding = text.length < worthwhileBytes ? undefined : firstAccepted(accepted, ["zstd", "br", "gzip"]);
  if (!encoding) return { body: text };
  return { body: new Uint8Array(compressors[encoding](Buffer.from(text))), encoding };
}

const compressors: Readonly<Record<Encoding, (bytes: Buffer) => Uint8Array>> = {
  zstd: (bytes) => zstdCompressSync(bytes),
  br: (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
  gzip: (bytes) => gzipSync(bytes, { level: 6 }),
};
