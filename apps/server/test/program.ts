// The program run to its end: what it printed, and how it ended.
import { join } from "node:path";

const main = join(import.meta.dir, "../src/main.ts");

export type Ended = { code: number; printed: string; seconds: number };

/** Runs the program with nothing but these settings in its environment. */
export async function runProgram(
  argv: readonly string[],
  settings: Readonly<Record<string, string>>,
  input = "",
): Promise<Ended> {
  const startedAt = performance.now();
  const child = Bun.spawn([process.execPath, main, ...argv], {
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      ALTHING_ENV: "test",
      ALTHING_LOG_LEVEL: "warn",
      ...settings,
    },
    stdin: Buffer.from(input),
    stdout: "pipe",
    stderr: "pipe",
  });
  const [out, error, code] = await Promise.all([
    new Response(child.stdout).text(),
    new Response(child.stderr).text(),
    child.exited,
  ]);
  return { code, printed: out + error, seconds: (performance.now() - startedAt) / 1_000 };
}
