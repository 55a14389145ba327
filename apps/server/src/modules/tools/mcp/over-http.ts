// Servers at an address. Each exchange has a client of its own, so nothing of one person's is ever there for another.
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import type { Platform } from "../../../kernel/platform.ts";
import { Unauthorized } from "../calls/fault.ts";
import { openOutgoing } from "../sources/outgoing.ts";
import { type Connected, connect } from "./connect.ts";
import { faultOfProtocol } from "./faults.ts";

export type Address = {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly token: string | undefined;
};

/** Throws `Unauthorized`, `SignInNeeded` or a `ToolFault`, and what `signal` was aborted with. */
export async function overHttp<T>(
  platform: Platform,
  { url, headers, token }: Address,
  { timeoutMs, signal }: { timeoutMs: number; signal: AbortSignal },
  work: (connected: Connected, signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const outgoing = openOutgoing(platform, timeoutMs, signal);
  let refused: Unauthorized | undefined;
  const transport = new StreamableHTTPClientTransport(new URL(url), {
    fetch: outgoing.fetch,
    requestInit: { headers },
    onInsufficientScope: "throw",
    authProvider: {
      token: async () => token,
      async onUnauthorized({ response }) {
        refused = new Unauthorized(response.headers.get("www-authenticate"));
        throw refused;
      },
    },
  });
  let connected: Connected | undefined;
  try {
    connected = await connect(transport, { timeoutMs, signal: outgoing.signal });
    return await work(connected, outgoing.signal);
  } catch (error) {
    signal.throwIfAborted();
    throw refused ?? connected?.wishes.visit ?? outgoing.fault() ?? faultOfProtocol(error, connected?.wishes);
  } finally {
    await (connected?.client.close() ?? transport.close()).catch(() => undefined);
  }
}
