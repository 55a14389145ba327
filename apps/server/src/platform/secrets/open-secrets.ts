import { StartupFault } from "../startup-fault.ts";
import { parseMasterKey } from "./master-key.ts";
import { createSecrets, ringOf, type Secrets } from "./secrets.ts";
import { readOrCreateRoots } from "./secrets-file.ts";

export type SecretsOptions = {
  readonly dataDir: string;
  readonly masterKey?: string;
  readonly env: "development" | "test" | "production";
};

/** From the master key where there is one, else from a file of random keys made at the first start. */
export async function openSecrets({ dataDir, masterKey, env }: SecretsOptions): Promise<Secrets> {
  if (masterKey === undefined) {
    if (env === "production") throw new StartupFault("secrets_missing", "Production needs ALTHING_MASTER_KEY.");
    return createSecrets(await readOrCreateRoots(dataDir));
  }
  const bytes = parseMasterKey(masterKey);
  if (!bytes) throw new StartupFault("secrets_weak", "ALTHING_MASTER_KEY is not 32 random bytes in base64 or hex.");
  return createSecrets(ringOf([bytes]));
}
