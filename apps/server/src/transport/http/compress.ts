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

/** The encoding that a client likes best among those we have, for a text that is worth it. */
export const encodingFor = (bytes: number, accepted: string | null): Encoding | undefined =>
  bytes < worthwhileBytes ? undefined : firstAccepted(accepted, ["zstd", "br", "gzip"]);

export const compress = (bytes: Uint8Array, encoding: Encoding): Uint8Array<ArrayBuffer> =>
  new Uint8Array(compressors[encoding](bytes));

const compressors: Readonly<Record<Encoding, (bytes: Uint8Array) => Uint8Array>> = {
  zstd: (bytes) => zstdCompressSync(bytes),
  br: (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
  gzip: (bytes) => gzipSync(bytes, { level: 6 }),
};
