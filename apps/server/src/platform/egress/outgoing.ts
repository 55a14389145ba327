import { EgressRefused } from "./egress-fault.ts";

/** A request as it goes over the wire, from one address to the next. */
export type Outgoing = {
  readonly url: string | URL;
  readonly method: string;
  readonly headers: Headers;
  readonly body: RequestInit["body"];
};

/** What another origin may be told about us; everything else may hold a secret. */
const harmlessHeaders = ["accept", "accept-language", "content-type", "mcp-protocol-version", "user-agent"];
const bodyHeaders = ["content-encoding", "content-language", "content-length", "content-type"];

export async function shapeOutgoing(input: string | URL | Request, init: RequestInit = {}): Promise<Outgoing> {
  const request = input instanceof Request ? input : undefined;
  const method = (init.method ?? request?.method ?? "GET").toUpperCase();
  const headers = new Headers(init.headers ?? request?.headers);
  const body = init.body ?? (request?.body ? await request.arrayBuffer() : undefined);
  if (!headers.has("user-agent")) headers.set("user-agent", "Althing");
  return { url: request?.url ?? (input as string | URL), method, headers, body };
}

/** What an answer's redirect asks to be sent next; undefined where the answer is the last. */
export function followRedirect(outgoing: Outgoing, { status, headers }: Response): Outgoing | undefined {
  const location = headers.get("location");
  if (location === null || ![301, 302, 303, 307, 308].includes(status)) return undefined;
  if (!URL.canParse(location, String(outgoing.url))) throw new EgressRefused("address");
  const url = new URL(location, outgoing.url);
  const from = new URL(outgoing.url);
  const next = status < 307 ? withoutBody(outgoing, status) : outgoing;
  if (url.origin === from.origin) return { ...next, url };
  // What was said to one is not repeated to another.
  if (next.body != null) throw new EgressRefused("redirect", from.hostname);
  const kept = harmlessHeaders.flatMap((name) => [[name, next.headers.get(name)]]);
  return { ...next, url, headers: new Headers(kept.filter((pair): pair is [string, string] => pair[1] != null)) };
}

/** As browsers do: a POST becomes a GET, and after a 303 everything but a HEAD does. */
function withoutBody(outgoing: Outgoing, status: number): Outgoing {
  const { method } = outgoing;
  if (method === "GET" || method === "HEAD" || (status !== 303 && method !== "POST")) return outgoing;
  const headers = new Headers(outgoing.headers);
  for (const name of bodyHeaders) headers.delete(name);
  return { ...outgoing, method: "GET", headers, body: undefined };
}
