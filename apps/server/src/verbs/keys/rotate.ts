import type { Config } from "../../config.ts";
import { addSealingKey, drawSigningRoot } from "../../platform/secrets/index.ts";
import { areGiven, changeFile, type Keys, settle, tellServer } from "./keys.ts";
import { listKeys } from "./list.ts";

/** Keys that are made here are drawn here; those of a setting are the operator's, who is told what to do. */
export async function rotateSealing(keys: Keys): Promise<string> {
  const { config, vault } = keys;
  if (areGiven(keys)) return adviceFor(config, vault.sealer.keyIds[0]);
  await changeFile(keys, () => addSealingKey(config.dataDir));
  const outcome = (await settle(keys))
    ? `Everything is under the new key ${vault.sealer.keyIds[0]}.`
    : `The new key ${vault.sealer.keyIds[0]} seals as soon as a server has read it; it then wraps what there is anew. See \`althing keys list\`.`;
  return `${outcome}\n\n${await listKeys(keys)}`;
}

function adviceFor({ masterKey, masterKeyFile }: Config, keyId: string): string {
  const [where, how] =
    masterKey === undefined
      ? [`in ${masterKeyFile}`, "as its first line, and tell the server with kill -HUP"]
      : ["in ALTHING_MASTER_KEY", "before the present one, separated by a comma, and restart the server"];
  return `The keys are ${where}, so a new one comes from you:
  1. Draw it: openssl rand -base64 32
  2. Put it ${how}.
     Where several servers share the database, give it to all of them after the present key first, and only then put
     it before that: none may seal by a key that another cannot open.
  3. The server wraps what there is anew; \`althing keys list\` tells how far it is.
  4. \`althing keys retire ${keyId}\` tells when the present key may be taken out.`;
}

export async function rotateSigning(keys: Keys): Promise<string> {
  await drawSigningRoot(keys.database, keys.vault.sealer);
  await tellServer(keys);
  return "Signatures are made by a new root as soon as the server has read it. Where several share the database, tell each with kill -HUP.";
}
