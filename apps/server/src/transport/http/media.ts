/**
 * Files at addresses of their own. What anyone may fetch has an address made of its contents, so whoever has it has it for
 * good; what was granted is for one person and a while, and neither runs anything nor is shown in a page of others.
 */
import { errors } from "@althing/contract";
import { Failure } from "../../kernel/failure.ts";
import type { Kernel } from "../../kernel/kernel.ts";
import type { MediaFile } from "../../kernel/module.ts";
import type { Endpoint } from "./endpoint.ts";
import { rangeOf } from "./range.ts";

export const mediaEndpoint = (kernel: Kernel): Endpoint => ({
  name: "media",
  method: "GET",
  path: "/media/:folder/:name",
  async answer({ request, url, params: { folder = "", name = "" } }) {
    const found = await kernel.findMedia(folder, name, url.searchParams);
    if (!found) throw new Failure(errors.NotFound);
    const etag = `"${name}"`;
    const headers = { etag, "accept-ranges": "bytes", ...headersOf(found) };
    if (request.headers.get("if-none-match")?.includes(etag)) return new Response(null, { status: 304, headers });
    const { bytes } = found;
    const range = rangeOf(request.headers, etag, bytes.size);
    if (range === undefined) return new Response(bytes, { headers });
    if (range === "unsatisfiable") {
      return new Response(null, { status: 416, headers: { ...headers, "content-range": `bytes */${bytes.size}` } });
    }
    const { start, end } = range;
    const part = { ...headers, "content-range": `bytes ${start}-${end - 1}/${bytes.size}` };
    return new Response(bytes.slice(start, end), { status: 206, headers: part });
  },
});

function headersOf({ mediaType, granted }: MediaFile): Record<string, string> {
  const common = { "content-type": mediaType, "x-content-type-options": "nosniff" };
  if (granted) {
    return {
      ...common,
      "content-disposition": granted.disposition,
      "cache-control": `private, max-age=${granted.forSeconds}`,
      "content-security-policy": "sandbox; default-src 'none'",
      "cross-origin-resource-policy": "same-origin",
    };
  }
  return {
    ...common,
    "cache-control": "public, max-age=31536000, immutable",
    "content-security-policy": "default-src 'none'",
    // Pages of other origins that may call us may show what we told them of.
    "cross-origin-resource-policy": "cross-origin",
  };
}
