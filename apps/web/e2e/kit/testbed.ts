// Servers for journeys: a Bun program beside each worker starts them, each on a database of its own.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";

const root = join(import.meta.dirname, "../../../..");

export type JourneyServer = {
  readonly url: string;
  /** Ends it at once, as kill -9 does. Takes a server that is a process of its own: `test.use({ asProcess: true })`. */
  kill(): Promise<void>;
  /** Starts it again after `kill`, on the same data and port. */
  start(): Promise<void>;
  end(): Promise<void>;
};

export type Testbed = {
  open(options: { settings: Record<string, string>; asProcess: boolean }): Promise<JourneyServer>;
  close(): Promise<void>;
};

export async function startTestbed(): Promise<Testbed> {
  const program = spawn(process.execPath, [join(root, "bin/bun.mjs"), join(root, "packages/testkit/src/serve.ts")], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const ended = new Promise<void>((resolve) => program.on("exit", () => resolve()));
  const [line = ""] = await createInterface(program.stdout)
    [Symbol.asyncIterator]()
    .next()
    .then(({ value }) => [value as string]);
  const { url: control } = JSON.parse(line) as { url: string };
  const post = async (path: string, body: unknown = {}): Promise<Response> => {
    const response = await fetch(new URL(path, control), { method: "POST", body: JSON.stringify(body) });
    if (!response.ok)
      throw new Error(`The test servers' program answered ${response.status}: ${await response.text()}`);
    return response;
  };
  return {
    async open(options) {
      const { id, url } = (await (await post("servers", options)).json()) as { id: string; url: string };
      const tell = async (verb: string): Promise<void> => void (await post(`servers/${id}/${verb}`));
      return { url, kill: () => tell("kill"), start: () => tell("start"), end: () => tell("end") };
    },
    async close() {
      program.stdin.end();
      await ended;
    },
  };
}
