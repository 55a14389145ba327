import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { getMimeType } from "hono/utils/mime";
import { quickHash } from "../../../platform/listener/index.ts";
import { type Encoding, firstAccepted } from "../compress.ts";

/** Scripts and styles are files of ours, never text in a page. Nothing is loaded from elsewhere: images in messages are links. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "media-src 'self' blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

const endings: readonly (readonly [Encoding, string])[] = [
  ["br", ".br"],
  ["gzip", ".gz"],
];

type Bytes = Uint8Array<ArrayBuffer>;

/** A file of the web app, as built and as compressed ahead, held in memory. */
export class WebFile {
  /** Its address: `/assets/main-B2x.js`. */
  readonly path: string;
  readonly #whole: Bytes;
  readonly #encoded: ReadonlyMap<Encoding, Bytes>;
  readonly #headers: Readonly<Record<string, string>>;
  readonly #etag: string;

  constructor(path: string, whole: Bytes, encoded: ReadonlyMap<Encoding, Bytes>) {
    this.path = path;
    this.#whole = whole;
    this.#encoded = encoded;
    this.#etag = `"${quickHash(whole)}"`;
    this.#headers = {
      "content-type": getMimeType(path) ?? "application/octet-stream",
      // Vite names what lies in assets by its contents.
      "cache-control": path.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache",
      // Of use to the page, and to the service worker, which is held to the policy that it came with.
      "content-security-policy": policy,
      "cross-origin-opener-policy": "same-origin",
      vary: "Accept-Encoding",
      etag: this.#etag,
    };
  }

  respond(request: Request): Response {
    const headers = new Headers(this.#headers);
    if (request.headers.get("if-none-match")?.includes(this.#etag)) return new Response(null, { status: 304, headers });
    const encoding = firstAccepted(request.headers.get("accept-encoding"), [...this.#encoded.keys()]);
    if (encoding) headers.set("content-encoding", encoding);
    return new Response((encoding && this.#encoded.get(encoding)) ?? this.#whole, { headers });
  }
}

/** What a build left in a folder; none where there is no such folder. */
export function readWebFiles(folder: string): WebFile[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return [];
  const paths = new Set(readdirSync(folder, { recursive: true }).map((name) => join(folder, String(name))));
  const isOwn = (path: string) => !/(^|\/)\.|\.(br|gz)$/.test(relative(folder, path)) && statSync(path).isFile();
  return [...paths].filter(isOwn).map((path) => {
    const encoded = endings
      .filter(([, ending]) => paths.has(path + ending))
      .map(([encoding, ending]) => [encoding, readFileSync(path + ending)] as const);
    return new WebFile(`/${relative(folder, path).replaceAll(sep, "/")}`, readFileSync(path), new Map(encoded));
  });
}
