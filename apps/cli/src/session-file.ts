// The session of `althing login`, by server: a token is never sent to another server than the one that gave it.
import { chmod, mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { Session, SessionStore } from "@althing/sdk";

type Sessions = Record<string, Session>;

export function openSessionFile(path: string, baseUrl: string): SessionStore {
  return {
    get: async () => (await read(path))[baseUrl],
    set: async (session) => {
      const { [baseUrl]: _, ...others } = await read(path);
      await write(path, session ? { ...others, [baseUrl]: session } : others);
    },
  };
}

async function read(path: string): Promise<Sessions> {
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "{}";
    throw error;
  });
  try {
    return JSON.parse(text) as Sessions;
  } catch {
    return {};
  }
}

/** Whole or not at all, and never readable by others, not even for a moment. */
async function write(path: string, sessions: Sessions): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.${process.pid}`;
  await writeFile(draft, JSON.stringify(sessions), { mode: 0o600 });
  await chmod(draft, 0o600);
  await rename(draft, path);
}
