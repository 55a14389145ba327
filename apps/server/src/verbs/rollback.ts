import { migrations } from "../migrations.ts";
import { migrateDown } from "../platform/database/index.ts";
import { StartupFault } from "../platform/startup-fault.ts";
import { say, splitFlags, type Verb, withDatabase } from "./verb.ts";

export const rollback: Verb = {
  name: "rollback",
  summary: "Take back the newest migrations, with what they held",
  usage: "althing rollback [COUNT] --yes true\n\n  COUNT  how many steps to take back (1)",
  async run(argv) {
    const { words, flags } = splitFlags(argv);
    const count = Number(words[0] ?? 1);
    const isSure = flags.includes("--yes");
    const rest = flags.filter((flag, index) => flag !== "--yes" && flags[index - 1] !== "--yes");
    if (!Number.isInteger(count) || count < 1)
      throw new StartupFault("count_invalid", "COUNT must be a whole number from 1 on.", 64);
    if (!isSure)
      throw new StartupFault("not_sure", "Tables and what is in them will be dropped. Say `--yes true` to go on.", 64);
    const taken = await withDatabase(rest, ({ database }) => migrateDown(database, migrations, count));
    for (const name of taken) say(`took back ${name}`);
    return 0;
  },
};
