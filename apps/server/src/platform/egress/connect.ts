import { isIPv6 } from "node:net";
import type { Outgoing } from "./outgoing.ts";
import type { Target } from "./target.ts";

/** Faults of a connection that was never made: nothing was sent, so another address may be tried. */
const neverConnected = /ECONNREFUSED|ConnectionRefused|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|FailedToOpenSocket/;

/** How a request is cut out of a connection is for the connection to say, whatever header somebody set up. */
const framing = [
  "connection",
  "content-length",
  "expect",
  "keep-alive",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
];

/**
 * Sends to the addresses that were checked, in turn until one takes it. The address stands in place of the name, so nothing
 * resolves it again; the name is what the certificate must be for and what the other side is told.
 */
export async function connect(
  target: Target,
  addresses: readonly string[],
  outgoing: Outgoing,
  options: { signal: AbortSignal; ca: string | undefined },
): Promise<Response> {
  const [address = "", ...others] = addresses;
  const url = new URL(target.url);
  url.hostname = isIPv6(address) ? `[${address}]` : address;
  const headers = new Headers(outgoing.headers);
  for (const name of framing) headers.delete(name);
  headers.set("host", target.url.host);
  headers.set("accept-encoding", "identity");
  try {
    return await fetch(url, {
      method: outgoing.method,
      headers,
      body: outgoing.body,
      redirect: "manual",
      signal: options.signal,
      decompress: false,
      // A proxy of the environment would connect for us, to what it resolves itself.
      proxy: false,
      tls: {
        rejectUnauthorized: true,
        ...(!target.isAddress && { serverName: target.host }),
        ...(options.ca && { ca: options.ca }),
      },
    } as BunFetchRequestInit);
  } catch (error) {
    const isReplayable = !(outgoing.body instanceof ReadableStream);
    if (others.length === 0 || !isReplayable || !neverConnected.test(codeOf(error))) throw error;
    return connect(target, others, outgoing, options);
  }
}

export const codeOf = (error: unknown): string => String((error as { code?: unknown } | null)?.code ?? "");
