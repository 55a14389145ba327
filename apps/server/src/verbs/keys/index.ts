import { sealedColumns } from "../../kernel/rewrap.ts";
import { modules } from "../../modules.ts";
import { openVault, readKeyRing } from "../../platform/secrets/index.ts";
import { StartupFault } from "../../platform/startup-fault.ts";
import { requireMigrated, say, splitFlags, type Verb, withDatabase } from "../verb.ts";
import type { Keys } from "./keys.ts";
import { listKeys } from "./list.ts";
import { retireKey } from "./retire.ts";
import { rotateSealing, rotateSigning } from "./rotate.ts";

const usage = `althing keys list             the keys that seal what is secret, and how many texts need each
althing keys rotate           seals by a new key from now on, and wraps what there is anew
althing keys rotate signing   signs by a new root from now on; people stay signed in
althing keys retire ID        takes out a key that nothing needs any more`;

/** What the words ask for, or undefined where they ask for nothing that there is. */
function workOf([verb, subject, ...rest]: readonly string[]): ((keys: Keys) => Promise<string>) | undefined {
  if (rest.length > 0) return undefined;
  if (verb === "list" && !subject) return listKeys;
  if (verb === "rotate" && !subject) return rotateSealing;
  if (verb === "rotate" && subject === "signing") return rotateSigning;
  return verb === "retire" && subject ? (keys) => retireKey(keys, subject) : undefined;
}

export const keys: Verb = {
  name: "keys",
  summary: "List, rotate and retire the keys that seal what is secret in the database",
  usage,
  async run(argv) {
    const { words, flags } = splitFlags(argv);
    const work = workOf(words);
    if (!work) throw new StartupFault("usage", usage, 64);
    const done = await withDatabase(flags, async (parts) => {
      const { config, database } = parts;
      await requireMigrated(database);
      const vault = await openVault({ database, readRing: () => readKeyRing(config) });
      return work({ ...parts, vault, columns: sealedColumns(modules) });
    });
    say(done);
    return 0;
  },
};
