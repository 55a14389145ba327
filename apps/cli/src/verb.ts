// The shape of every command: its words, its options, and a run that ends in an exit code.
import { type ArgsDef, type CommandDef, defineCommand, type ParsedArgs } from "citty";
import { CommandFault, exitCodes } from "./failure.ts";

export type VerbDef<Args extends ArgsDef> = {
  name: string;
  description: string;
  args: Args;
  /** More words than the named positionals are taken, and stand in `args._`. */
  takesMore?: true;
  /** Gives the exit code where it is not 0. */
  run(args: ParsedArgs<Args>): Promise<number | undefined> | Promise<void>;
};

export const defineVerb = <const Args extends ArgsDef>(verb: VerbDef<Args>): CommandDef<Args> =>
  defineCommand({
    meta: { name: verb.name, description: verb.description },
    args: verb.args,
    async run({ args }) {
      requireKnown(verb, args);
      process.exitCode = (await verb.run(args)) ?? 0;
    },
  });

/** The parser lets any option pass, and a misspelt `--dry-run` must not import. */
function requireKnown(verb: { name: string; args: ArgsDef; takesMore?: true }, given: { _: string[] }): void {
  const positionals = Object.values(verb.args).filter(({ type }) => type === "positional").length;
  const surplus = verb.takesMore ? [] : given._.slice(positionals);
  const known = new Set(["_", ...Object.keys(verb.args).map(camelCase)]);
  const unknown = Object.keys(given).filter((name) => !known.has(camelCase(name)));
  const [wrong] = [...unknown.map((name) => `the option --${name}`), ...surplus.map((word) => `\`${word}\``)];
  if (wrong) throw new CommandFault(`\`${verb.name}\` does not know ${wrong}. See \`--help\`.`, exitCodes.usage);
}

const camelCase = (name: string): string => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
