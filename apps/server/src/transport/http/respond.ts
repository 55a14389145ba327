// A reply as an HTTP answer: its envelope, its headers, its fingerprint for who has it already, compressed where that is worth it.
import type { RouteDef } from "@althing/contract";
import type { Reply } from "../../kernel/reply.ts";
import { cookieText } from "./cookies.ts";
import { narrow } from "./narrow.ts";
import { OutgoingText } from "./outgoing-text.ts";

const phrases: Readonly<Record<number, string>> = { 200: "OK", 201: "Created", 202: "Accepted" };
const standing = new WeakMap<Reply, OutgoingText>();

export type ReplyParts = {
  route: RouteDef;
  request: Request;
  reply: Reply;
  fields: readonly string[] | undefined;
  /** What the request has earned already, such as the state of its limit. */
  headers: Readonly<Record<string, string>>;
  publicUrl: string;
};

export function respond({ route, request, reply, fields, publicUrl, ...parts }: ReplyParts): Response {
  const text = textOf(reply, fields);
  const headers = new Headers({ ...parts.headers, "content-type": "application/json" });
  headers.set("cache-control", route.etag ? "private, no-cache" : "no-store");
  if (reply.replayed) headers.set("idempotency-replayed", "true");
  for (const cookie of reply.cookies ?? []) headers.append("set-cookie", cookieText(cookie, publicUrl));
  if (route.etag || route.ifMatch) {
    const etag = etagOf(reply.data, text.tag);
    headers.set("etag", etag);
    if (route.etag && matches(request.headers.get("if-none-match"), etag)) {
      return new Response(null, { status: 304, headers });
    }
  }
  const { body, encoding } = text.bodyFor(request.headers.get("accept-encoding"));
  if (encoding) {
    headers.set("content-encoding", encoding);
    headers.append("vary", "Accept-Encoding");
  }
  return new Response(body, { status: reply.status, headers });
}

function textOf(reply: Reply, fields: readonly string[] | undefined): OutgoingText {
  if (!reply.isStanding || fields) return encode(reply, fields);
  const text = standing.get(reply) ?? encode(reply);
  standing.set(reply, text);
  return text;
}

function encode({ status, data, page }: Reply, fields?: readonly string[]): OutgoingText {
  const narrowed = JSON.stringify(narrow(data, fields) ?? null);
  const ends = page ? `,"page":${JSON.stringify(page)}` : "";
  return new OutgoingText(`{"status":${status},"message":"${phrases[status]}","data":${narrowed}${ends}}`);
}

/** The version, where the thing has one, then a fingerprint: `If-Match` compares the first, `If-None-Match` the whole. */
function etagOf(data: unknown, tag: string): string {
  const version = typeof data === "object" && data !== null && "version" in data ? `${String(data.version)}.` : "";
  return `"${version}${tag}"`;
}

function matches(header: string | null, etag: string): boolean {
  if (header === null) return false;
  return header.split(",").some((one) => one.trim() === "*" || one.trim().replace(/^W\//, "") === etag);
}
