// What an operator does beside running the server. Each verb takes its own flags, and the settings' flags.
import { StartupFault } from "../platform/startup-fault.ts";
import { doctor } from "./doctor.ts";
import { keys } from "./keys/index.ts";
import { migrate } from "./migrate.ts";
import { rollback } from "./rollback.ts";
import { settings } from "./settings.ts";
import { token } from "./token.ts";
import { user } from "./user.ts";
import type { Verb } from "./verb.ts";

const verbs: readonly Verb[] = [migrate, rollback, doctor, user, token, keys, settings];

/** Runs a verb and gives the exit code. */
export async function runVerb(name: string, argv: readonly string[]): Promise<number> {
  const verb = verbs.find((one) => one.name === name);
  if (!verb) {
    const known = verbs.map((one) => `  ${one.name.padEnd(10)} ${one.summary}`).join("\n");
    throw new StartupFault(
      "verb_unknown",
      `There is no verb \`${name}\`. These are:\n  start      run the server\n${known}`,
      64,
    );
  }
  if (argv.includes("--help")) {
    process.stdout.write(`${verb.summary}\n\n${verb.usage}\n`);
    return 0;
  }
  return verb.run(argv);
}
