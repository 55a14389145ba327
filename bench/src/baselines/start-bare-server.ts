import { join } from "node:path";

export type BareServer = { url: string; pid: number; stop(): void };

export async function startBareServer(): Promise<BareServer> {
  const child = Bun.spawn([process.execPath, join(import.meta.dir, "bare-server.ts")], { stdout: "pipe" });
  const { value } = await child.stdout.getReader().read();
  return {
    url: `http://127.0.0.1:${Number(new TextDecoder().decode(value))}`,
    pid: child.pid,
    stop: () => child.kill(),
  };
}
