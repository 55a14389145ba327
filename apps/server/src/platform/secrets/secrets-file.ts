/** `<dataDir>/secrets.json`: the random keys of an installation that was given no master key. */
import { randomBytes } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { StartupFault } from "../startup-fault.ts";
import type { KeyRing } from "./key-ring.ts";
import { createPrivateFile, readPrivateFile, replacePrivateFile } from "./private-file.ts";

const Key = z.base64url().refine((text) => bytesOf(text).length === 32);
const SealingKey = z.strictObject({ id: z.string().regex(/^[\w-]+$/), key: Key });

const SecretsFile = z
  .strictObject({ version: z.literal(1), signing: Key, sealing: z.tuple([SealingKey], SealingKey) })
  .refine(({ signing, sealing }) => {
    const keys = [signing, ...sealing.map(({ key }) => key)];
    return new Set(keys).size === keys.length && new Set(sealing.map(({ id }) => id)).size === sealing.length;
  });
type SecretsFile = z.output<typeof SecretsFile>;

const pathIn = (dataDir: string) => join(dataDir, "secrets.json");
const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, "base64url"));
const draw = () => randomBytes(32).toString("base64url");
const drawSealingKey = () => ({ id: randomBytes(4).toString("hex"), key: draw() });
const textOf = (file: SecretsFile) => `${JSON.stringify(file, null, 2)}\n`;

export async function readOrCreateRing(dataDir: string): Promise<KeyRing> {
  const path = pathIn(dataDir);
  if ((await readPrivateFile(path)) === undefined) {
    await mkdir(dataDir, { recursive: true });
    await createPrivateFile(path, textOf({ version: 1, signing: draw(), sealing: [drawSealingKey()] }));
  }
  const { signing, sealing } = await readSecretsFile(dataDir);
  const [first, ...others] = sealing;
  const ringKey = ({ id, key }: typeof first) => ({ id, key: bytesOf(key) });
  return { signing: bytesOf(signing), sealing: [ringKey(first), ...others.map(ringKey)] };
}

/** A new key that seals from now on. Who calls this holds a lock: of two at once, one would lose the other's key. */
export async function addSealingKey(dataDir: string): Promise<void> {
  const file = await readSecretsFile(dataDir);
  const sealing: SecretsFile["sealing"] = [drawSealingKey(), ...file.sealing];
  await replacePrivateFile(pathIn(dataDir), textOf({ ...file, sealing }));
}

/** Takes a key out for good; never the one that seals. The same lock is held. */
export async function dropSealingKey(dataDir: string, keyId: string): Promise<void> {
  const file = await readSecretsFile(dataDir);
  const [first, ...others] = file.sealing;
  const sealing: SecretsFile["sealing"] = [first, ...others.filter(({ id }) => id !== keyId)];
  await replacePrivateFile(pathIn(dataDir), textOf({ ...file, sealing }));
}

async function readSecretsFile(dataDir: string): Promise<SecretsFile> {
  const path = pathIn(dataDir);
  try {
    return SecretsFile.parse(JSON.parse((await readPrivateFile(path)) ?? ""));
  } catch (error) {
    if (error instanceof StartupFault) throw error;
    throw new StartupFault("secrets_malformed", `${path} is not a file of secrets: restore it from a backup.`);
  }
}
