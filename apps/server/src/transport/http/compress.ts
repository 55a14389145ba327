import { brotliCompressSync, constants, gzipSync, zstdCompressSync } from "node:zlib";

const worthwhileBytes = 1_024;

/** The encoding the client likes best among those we have, for a text that is worth it. */
export function compress(
  text: string,
  accepted: string | null,
): { body: string | Uint8Array<ArrayBuffer>; encoding?: string } {
  if (accepted === null || text.length < worthwhileBytes) return { body: text };
  const offers = accepted
    .toLowerCase()
    .split(",")
    .filter((offer) => !/;\s*q=0(\.0*)?\s*$/.test(offer))
    .map((offer) => offer.split(";")[0]?.trim());
  const bytes = Buffer.from(text);
  if (offers.includes("zstd")) return { body: copy(zstdCompressSync(bytes)), encoding: "zstd" };
  if (offers.includes("br")) {
    const params = { [constants.BROTLI_PARAM_QUALITY]: 4 };
    return { body: copy(brotliCompressSync(bytes, { params })), encoding: "br" };
  }
  if (offers.includes("gzip")) return { body: copy(gzipSync(bytes, { level: 6 })), encoding: "gzip" };
  return { body: text };
}

const copy = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes);
