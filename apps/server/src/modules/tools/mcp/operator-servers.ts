/**
 * The operator's servers as they run: started when first needed, with a bare environment, one process for everybody, started
 * again with growing pauses when they die, and stopped with this server.
 */
import { ToolFault } from "../calls/fault.ts";
import type { Connected } from "./connect.ts";
import type { OperatorServer } from "./operator-file.ts";

const largestMessageBytes = 4 * 1024 * 1024;
const firstPauseMs = 1_000;
const longestPauseMs = 60_000;

type Time = { readonly timeoutMs: number; readonly signal: AbortSignal };
type Running = { connected: Promise<Connected>; isOver: boolean };

class Process {
  #running: Running | undefined;
  #deaths = 0;
  #notBefore = 0;

  constructor(readonly server: OperatorServer) {}

  async use<T>(time: Time, work: (connected: Connected, signal: AbortSignal) => Promise<T>): Promise<T> {
    let connected: Connected | undefined;
    try {
      connected = await this.#connect(time);
      const done = await work(connected, time.signal);
      this.#deaths = 0;
      return done;
    } catch (error) {
      time.signal.throwIfAborted();
      const { faultOfProtocol } = await import("./faults.ts");
      throw faultOfProtocol(error, connected?.wishes);
    }
  }

  async stop(): Promise<void> {
    const running = this.#running;
    this.#running = undefined;
    await running?.connected.then(({ client }) => client.close()).catch(() => undefined);
  }

  #connect(time: Time): Promise<Connected> {
    if (this.#running && !this.#running.isOver) return this.#running.connected;
    if (Date.now() < this.#notBefore)
      throw new ToolFault("resting", "The server died, and is started again in a while.");
    const running: Running = { connected: this.#start(time), isOver: false };
    this.#running = running;
    const over = () => this.#ended(running);
    running.connected.then(({ client }) => {
      client.onclose = over;
    }, over);
    return running.connected;
  }

  async #start({ timeoutMs }: Time): Promise<Connected> {
    // The protocol's own client is loaded with the first exchange: every start would pay for it.
    const { getDefaultEnvironment, StdioClientTransport } = await import("@modelcontextprotocol/client/stdio");
    const { connect } = await import("./connect.ts");
    const { command, args, env, cwd } = this.server;
    const transport = new StdioClientTransport({
      command,
      args,
      env: { ...getDefaultEnvironment(), ...env },
      ...(cwd !== undefined && { cwd }),
      stderr: "ignore",
      maxBufferSize: largestMessageBytes,
    });
    // Not with the signal of whoever came first: others wait for the same start.
    return connect(transport, { timeoutMs, signal: AbortSignal.timeout(timeoutMs) });
  }

  #ended(running: Running): void {
    if (running.isOver) return;
    running.isOver = true;
    this.#notBefore = Date.now() + Math.min(firstPauseMs * 2 ** this.#deaths++, longestPauseMs);
  }
}

export class OperatorServers {
  #processes: ReadonlyMap<string, Process> = new Map();

  load(servers: readonly OperatorServer[]): void {
    this.#processes = new Map(servers.map((server) => [server.name, new Process(server)]));
  }

  /** Those that a workspace may connect. */
  offeredTo(workspaceSlug: string): OperatorServer[] {
    return [...this.#processes.values()]
      .map(({ server }) => server)
      .filter(({ workspaces }) => workspaces === "all" || workspaces.includes(workspaceSlug));
  }

  use<T>(name: string, time: Time, work: (connected: Connected, signal: AbortSignal) => Promise<T>): Promise<T> {
    const process = this.#processes.get(name);
    if (!process) throw new ToolFault("network", "The operator does not run this server any more.");
    return process.use(time, work);
  }

  async stop(): Promise<void> {
    await Promise.all([...this.#processes.values()].map((process) => process.stop()));
  }
}
