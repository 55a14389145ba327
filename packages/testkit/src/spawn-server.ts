// Althing as a process of its own, with its embedded PostgreSQL, to be killed and started again.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const program = join(import.meta.dir, "../../../apps/server/src/main.ts");

export type SpawnedServer = {
  readonly url: string;
  readonly pid: number;
  /** How long it took from the start of the process until it was ready. */
  readonly readyMs: number;
  /** Everything it printed. */
  output(): string;
  /** Ends the server and its PostgreSQL at once, as a power cut does to processes. */
  killTree(): Promise<void>;
  /** Asks it to stop, and gives its exit code. */
  stop(): Promise<number>;
};

export type SpawnOptions = { dataDir: string; port: number; settings?: Record<string, string> };

/** Starts the program and waits until it says that it is ready. Throws what it printed if it ends instead. */
export async function spawnServer({ dataDir, port, settings = {} }: SpawnOptions): Promise<SpawnedServer> {
  const startedAt = performance.now();
  const env: Record<string, string> = {
    PATH: process.env.PATH ?? "",
    HOME: process.env.HOME ?? "",
    ALTHING_DATA_DIR: dataDir,
    ALTHING_ENV: "test",
    ALTHING_SIGNUP: "open",
    ALTHING_RATE_LIMITS: "off",
    ALTHING_LOG_LEVEL: "warn",
    PORT: String(port),
    ...settings,
  };
  const child = Bun.spawn([process.execPath, program, "start"], { env, stdout: "pipe", stderr: "pipe" });
  let printed = "";
  const drain = async (stream: ReadableStream<Uint8Array>, until?: (text: string) => boolean): Promise<void> => {
    const decoder = new TextDecoder();
    for await (const chunk of stream as unknown as AsyncIterable<Uint8Array>) {
      printed += decoder.decode(chunk, { stream: true });
      if (until?.(printed)) ready.resolve();
    }
  };
  const ready = Promise.withResolvers<void>();
  void drain(child.stdout, (text) => text.includes("Althing is ready"));
  void drain(child.stderr);
  void child.exited.then((code) => ready.reject(new Error(`The server ended with ${code}:\n${printed}`)));
  await ready.promise;
  return {
    url: `http://127.0.0.1:${port}`,
    pid: child.pid,
    readyMs: performance.now() - startedAt,
    output: () => printed,
    async killTree() {
      for (const pid of [child.pid, ...postmasterOf(dataDir)]) kill(pid);
      await child.exited;
    },
    async stop() {
      child.kill("SIGTERM");
      return child.exited;
    },
  };
}

/** The postmaster of the data folder and its children, by the file that it keeps. */
function postmasterOf(dataDir: string): number[] {
  try {
    const [line = ""] = readFileSync(join(dataDir, "postgres/data/postmaster.pid"), "utf8").split("\n");
    const children = readFileSync(`/proc/${line}/task/${line}/children`, "utf8").trim().split(" ").filter(Boolean);
    return [Number(line), ...children.map(Number)];
  } catch {
    return [];
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It has ended already.
  }
}

/** A data folder for a spawned server, and how to throw it away. */
export function temporaryDataDir(): { dataDir: string; remove(): void } {
  const dataDir = mkdtempSync(join(tmpdir(), "althing-fault-"));
  return { dataDir, remove: () => rmSync(dataDir, { recursive: true, force: true }) };
}

/** A port that nobody listens on at the moment. */
export function freePort(): number {
  const server = Bun.serve({ port: 0, fetch: () => new Response() });
  const { port } = server;
  void server.stop(true);
  if (port === undefined) throw new Error("No free port was found");
  return port;
}
