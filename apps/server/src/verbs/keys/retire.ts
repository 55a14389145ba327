import type { Config } from "../../config.ts";
import { dropSealingKey } from "../../platform/secrets/index.ts";
import { StartupFault } from "../../platform/startup-fault.ts";
import { areGiven, changeFile, countAll, type Keys, settle, sumOf, tellServer } from "./keys.ts";

export async function retireKey(keys: Keys, keyId: string): Promise<string> {
  const { config, vault } = keys;
  const position = vault.sealer.keyIds.indexOf(keyId);
  if (position < 0) throw new StartupFault("key_unknown", `There is no key ${keyId}. See \`althing keys list\`.`, 66);
  if (position === 0) throw new StartupFault("key_in_use", `The key ${keyId} seals: rotate first.`, 64);
  await requireUnneeded(keys, keyId);
  if (areGiven(keys)) return adviceFor(config, keyId, position);
  await changeFile(keys, () => dropSealingKey(config.dataDir, keyId));
  await tellServer(keys);
  return `The key ${keyId} is gone. Backups from before need it still: they open with the secrets.json of their time.`;
}

async function requireUnneeded(keys: Keys, keyId: string): Promise<void> {
  const needing = async () => (await countAll(keys)).filter((one) => one.keyId === keyId);
  if ((await needing()).length > 0) await settle(keys);
  const left = await needing();
  if (left.length === 0) return;
  const where = left.map(({ column: { table, column }, count }) => `${table}.${column}: ${count}`).join(", ");
  throw new StartupFault(
    "key_needed",
    `The key ${keyId} is needed to open ${sumOf(left)} texts (${where}). A running server wraps them anew: try again in a while. Those that its log says do not open have to go first.`,
    75,
  );
}

function adviceFor({ masterKey, masterKeyFile }: Config, keyId: string, position: number): string {
  const place = `number ${position + 1} from the front`;
  const what =
    masterKey === undefined
      ? `Take it out of ${masterKeyFile}, where it is ${place}, and tell the server with kill -HUP`
      : `Take it out of ALTHING_MASTER_KEY, where it is ${place}, and restart the server`;
  return `Nothing needs the key ${keyId} any more. ${what}. Keep it with the backups from before: they need it still.`;
}
