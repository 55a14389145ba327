/**
 * A server of the Model Context Protocol, made with the protocol's own library, on a real socket: in both eras, or in one.
 * Its tools do what tests need: echo, wait, say too much, fail, change, give orders, ask.
 */
import { createMcpHandler, legacyStatelessFallback } from "@modelcontextprotocol/server";
import { listen } from "../listen.ts";
import { createTools, type Script } from "./tools.ts";

export type McpEra = "both" | "2025-11-25" | "2026-07-28";

export type HeardRequest = {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

export type FakeMcpServer = {
  readonly url: string;
  /** Calls that reached a tool, in order. */
  readonly calls: readonly { readonly name: string; readonly arguments: unknown }[];
  readonly requests: readonly HeardRequest[];
  /** From now on the tool `changing` describes itself so. */
  describe(words: string): void;
  /** Lets those go that wait in `slow`, and all later ones. */
  release(): void;
  /** Resolves once something waits in `slow`. */
  waiting(): Promise<void>;
  /** Requires this bearer from now on; a challenge goes with each refusal. Undefined asks for none. */
  requireToken(token: string | undefined, challenge?: string): void;
  /** Answers nothing at all from now on, or answers again. */
  hang(isHanging: boolean): void;
  /** Cuts every connection and stops listening. */
  kill(): Promise<void>;
};

export async function startMcpServer(options: { era?: McpEra; port?: number } = {}): Promise<FakeMcpServer> {
  const { era = "both", port = 0 } = options;
  const requests: HeardRequest[] = [];
  const calls: { name: string; arguments: unknown }[] = [];
  const [gate, arrived] = [createLatch(), createLatch()];
  const script: Script = {
    calls,
    changingWords: "Says what it says.",
    async waitAtGate() {
      arrived.open();
      await gate.opened;
    },
  };
  const modern = createMcpHandler(() => createTools(script), { legacy: era === "2026-07-28" ? "reject" : "stateless" });
  const legacy = legacyStatelessFallback(() => createTools(script));
  let isHanging = false;
  let wanted: { token: string; challenge: string } | undefined;

  const server = await listen(async (request) => {
    const body = await request.clone().text();
    requests.push({ method: request.method, headers: Object.fromEntries(request.headers), body });
    if (isHanging) await new Promise(() => undefined);
    if (wanted && request.headers.get("authorization") !== `Bearer ${wanted.token}`) {
      return new Response("Who asks?", { status: 401, headers: { "www-authenticate": wanted.challenge } });
    }
    return era === "2025-11-25" ? legacy(request) : modern.fetch(request);
  }, port);
  return {
    url: `${server.url}/mcp`,
    calls,
    requests,
    describe(words) {
      script.changingWords = words;
    },
    release: gate.open,
    waiting: () => arrived.opened,
    requireToken(token, challenge = "Bearer") {
      wanted = token === undefined ? undefined : { token, challenge };
    },
    hang(value) {
      isHanging = value;
    },
    async kill() {
      await Promise.all([server.stop(), modern.close()]);
    },
  };
}

/** Something to wait for, also in a Node that knows no `Promise.withResolvers`. */
function createLatch() {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}
