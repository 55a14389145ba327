import { StartupFault } from "../startup-fault.ts";
import { type KeyRing, ringOf } from "./key-ring.ts";
import { type MasterKeys, parseMasterKey, parseMasterKeys } from "./master-key.ts";
import { readPrivateFile } from "./private-file.ts";
import { readOrCreateRing } from "./secrets-file.ts";

/** Where the keys are: in a setting, in a file that a setting names, or in the data directory. */
export type KeySource = {
  readonly dataDir: string;
  readonly masterKey?: string | undefined;
  readonly masterKeyFile?: string | undefined;
  readonly env: "development" | "test" | "production";
};

export async function readKeyRing({ dataDir, masterKey, masterKeyFile, env }: KeySource): Promise<KeyRing> {
  if (masterKey !== undefined) return ringOf(parseMasterKeys(masterKey.split(",")) ?? refuseWeak());
  if (masterKeyFile !== undefined) return ringOf(await readKeyFile(masterKeyFile));
  if (env !== "production") return readOrCreateRing(dataDir);
  throw new StartupFault("secrets_missing", "Production needs ALTHING_MASTER_KEY or ALTHING_MASTER_KEY_FILE.");
}

function refuseWeak(): never {
  throw new StartupFault(
    "secrets_weak",
    "ALTHING_MASTER_KEY is not 32 random bytes in base64 or hex, or names a key twice.",
  );
}

/** One key a line, the newest first. */
async function readKeyFile(path: string): Promise<MasterKeys> {
  const text = await readPrivateFile(path);
  if (text === undefined) {
    throw new StartupFault("secrets_missing", `ALTHING_MASTER_KEY_FILE names the file ${path}, which does not exist.`);
  }
  const lines = text.split("\n").map((line) => line.trim());
  const weak = lines.findIndex((line) => line !== "" && !parseMasterKey(line));
  const keys = parseMasterKeys(lines.filter(Boolean));
  if (keys) return keys;
  const why =
    weak < 0 ? "it holds no key, or one of them twice" : `its line ${weak + 1} is not 32 random bytes in base64 or hex`;
  throw new StartupFault(
    "secrets_weak",
    `${path} is not a file of master keys: ${why}. It has one key a line, as \`openssl rand -base64 32\` prints, the newest first.`,
  );
}
