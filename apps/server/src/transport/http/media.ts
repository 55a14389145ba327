// Files that anyone may fetch who knows the address. It is made of the contents, so whoever has the file has it for good.
import { errors } from "@althing/contract";
import { Failure } from "../../kernel/failure.ts";
import type { Kernel } from "../../kernel/kernel.ts";
import type { Endpoint } from "./endpoint.ts";

export const mediaEndpoint = (kernel: Kernel): Endpoint => ({
  name: "media",
  method: "GET",
  path: "/media/:folder/:name",
  async answer({ request, params: { folder = "", name = "" } }) {
    const found = await kernel.findMedia(folder, name);
    if (!found) throw new Failure(errors.NotFound);
    const etag = `"${name}"`;
    const headers = {
      etag,
      "content-type": found.mediaType,
      "cache-control": "public, max-age=31536000, immutable",
      "content-security-policy": "default-src 'none'",
      "x-content-type-options": "nosniff",
      // Pages of other origins that may call us may show what we told them of.
      "cross-origin-resource-policy": "cross-origin",
    };
    const isKnown = request.headers.get("if-none-match")?.includes(etag);
    return isKnown ? new Response(null, { status: 304, headers }) : new Response(found.bytes, { headers });
  },
});
