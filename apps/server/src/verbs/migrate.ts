import { migrateJobs, migrateUp, migrations } from "../migrations.ts";
import { makePartitions } from "../platform/feeds/index.ts";
import { say, splitFlags, type Verb, withDatabase } from "./verb.ts";

export const migrate: Verb = {
  name: "migrate",
  summary: "Bring the database to this version's shape",
  usage: "althing migrate",
  async run(argv) {
    const { flags } = splitFlags(argv);
    const applied = await withDatabase(flags, async ({ database }) => {
      const names = await migrateUp(database, migrations);
      await migrateJobs(database);
      await makePartitions(database, new Date());
      return names;
    });
    for (const name of applied) say(`applied ${name}`);
    say(applied.length === 0 ? "The database is up to date." : `${applied.length} migrations applied.`);
    return 0;
  },
};
