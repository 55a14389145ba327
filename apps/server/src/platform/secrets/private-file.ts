// Files that hold keys: read only where nobody else can, and replaced so that none is ever half written.
import { randomUUID } from "node:crypto";
import { link, open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { StartupFault } from "../startup-fault.ts";

/** Undefined where there is none. */
export async function readPrivateFile(path: string): Promise<string | undefined> {
  try {
    await using handle = await open(path, "r");
    if (((await handle.stat()).mode & 0o077) !== 0) {
      throw new StartupFault("secrets_exposed", `${path} can be read by others: make it yours alone with chmod 600.`);
    }
    return await handle.readFile("utf8");
  } catch (error) {
    if (hasCode(error, "ENOENT")) return undefined;
    throw error;
  }
}

/** Linked, not renamed: of two servers started together one wins, and neither ever uses keys that are overwritten. */
export async function createPrivateFile(path: string, text: string): Promise<void> {
  const draft = await writeDraft(path, text);
  try {
    await link(draft, path);
  } catch (error) {
    if (!hasCode(error, "EEXIST")) throw error;
  } finally {
    await rm(draft);
  }
  await syncFolderOf(path);
}

export async function replacePrivateFile(path: string, text: string): Promise<void> {
  await rename(await writeDraft(path, text), path);
  await syncFolderOf(path);
}

async function writeDraft(path: string, text: string): Promise<string> {
  const draft = `${path}.${randomUUID()}`;
  await using handle = await open(draft, "wx", 0o600);
  await handle.writeFile(text);
  await handle.sync();
  return draft;
}

/** A lost file would lose all that it has sealed by then. */
async function syncFolderOf(path: string): Promise<void> {
  await using folder = await open(dirname(path), "r");
  await folder.sync();
}

const hasCode = (error: unknown, code: string) => error instanceof Error && "code" in error && error.code === code;
