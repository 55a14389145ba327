/** `<dataDir>/secrets.json`: the random roots of an installation that was given no master key. */
import { randomBytes, randomUUID } from "node:crypto";
import { link, mkdir, open, readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { StartupFault } from "../startup-fault.ts";
import type { KeyRing } from "./secrets.ts";

const RootKey = z
  .base64url()
  .transform((text) => new Uint8Array(Buffer.from(text, "base64url")))
  .refine((bytes) => bytes.length === 32);

const SealingKey = z.strictObject({ id: z.string().regex(/^[\w-]+$/), key: RootKey });

const SecretsFile = z
  .strictObject({ version: z.literal(1), signing: RootKey, sealing: z.tuple([SealingKey], SealingKey) })
  .refine(({ signing, sealing }) => sealing.every(({ key }) => Buffer.compare(key, signing) !== 0));

export async function readOrCreateRoots(dataDir: string): Promise<KeyRing> {
  const path = join(dataDir, "secrets.json");
  if (!(await isThere(path))) await writeNewRoots(dataDir, path);
  if (((await stat(path)).mode & 0o077) !== 0) {
    throw new StartupFault("secrets_exposed", `${path} can be read by others: make it yours alone with chmod 600.`);
  }
  return parseRoots(path, await readFile(path, "utf8"));
}

/** Linked, not renamed: of two servers started together one wins, and neither ever uses keys that are overwritten. */
async function writeNewRoots(dataDir: string, path: string): Promise<void> {
  await mkdir(dataDir, { recursive: true });
  const draft = `${path}.${randomUUID()}`;
  const draw = () => randomBytes(32).toString("base64url");
  const roots = { version: 1, signing: draw(), sealing: [{ id: randomBytes(4).toString("hex"), key: draw() }] };
  await using handle = await open(draft, "wx", 0o600);
  await handle.writeFile(`${JSON.stringify(roots, null, 2)}\n`);
  await handle.sync();
  try {
    await link(draft, path);
  } catch (error) {
    if (!hasCode(error, "EEXIST")) throw error;
  } finally {
    await rm(draft);
  }
  await syncFolder(dataDir);
}

/** A lost file would lose all that it has sealed by then. */
async function syncFolder(path: string): Promise<void> {
  await using folder = await open(path, "r");
  await folder.sync();
}

function parseRoots(path: string, content: string): KeyRing {
  try {
    return SecretsFile.parse(JSON.parse(content));
  } catch {
    throw new StartupFault("secrets_malformed", `${path} is not a file of secrets: restore it from a backup.`);
  }
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

const hasCode = (error: unknown, code: string) => error instanceof Error && "code" in error && error.code === code;
