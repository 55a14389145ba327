/** Finds in the text of sources what their imports do not show: who writes SQL, who reaches the runtime, the environment, the clock. */
import { readFileSync } from "node:fs";
import { join } from "node:path";

export type Finding = { rule: string; file: string; line: number };

type Rule = { name: string; files: RegExp; except: RegExp; text: RegExp };

const server = "apps/server/src";
const modules = `${server}/modules/[^/]+`;
const web = "apps/web/src";
const tests = /\/(test|e2e)\/|\.(test|fixture|check)\.tsx?$|\/test-[^/]+$/;

export const rules: readonly Rule[] = [
  {
    name: "sql-text-only-in-stores",
    files: new RegExp(`^${server}/`),
    except: new RegExp(`^${server}/(platform|kernel)/|^${modules}/(store|migrations)(/|\\.ts$)`),
    text: /\bsql[`<]|\bdefineStatement\(|\.(reader|writer)[<(]|\.(selectFrom|insertInto|updateTable|deleteFrom)\(/,
  },
  {
    name: "bun-only-in-platform",
    files: new RegExp(`^${server}/`),
    except: new RegExp(`^${server}/platform/`),
    text: /\bBun\.|["']bun(:\w+)?["']/,
  },
  {
    name: "environment-only-in-config",
    files: new RegExp(`^${server}/`),
    except: new RegExp(`^${server}/config\\.ts$`),
    text: /\b(process|Bun|import\.meta)\.env\b/,
  },
  {
    name: "no-clock-but-the-transaction",
    files: new RegExp(`^${modules}/(actions|queries|store|policy|views)(/|\\.ts$)`),
    except: /^$/,
    text: /\bnew Date\(\)|\b(Date|performance)\.now\(|\bset(Timeout|Interval)\(|\bfetch\(/,
  },
  {
    name: "one-connection",
    files: new RegExp(`^${web}/`),
    except: new RegExp(`^${web}/connection/`),
    text: /\bcreate(Client|Live)\(/,
  },
  {
    name: "parts-are-fetched-with-patience",
    files: new RegExp(`^${web}/`),
    except: new RegExp(`^${web}/parts/`),
    text: /\b(lazy|lazyRouteComponent)\(|\bawait import\(/,
  },
  {
    // What stands left in English stands right in Arabic; but Base UI measures the mark of a tab from the left everywhere.
    name: "sides-follow-the-writing",
    files: new RegExp(`^${web}/`),
    except: /\/ui\/tabs\.tsx$/,
    text: /(?<![\w-])-?([mp][lr]|left|right|border-[lr]|rounded-[lr])-(\d|\[|px\b|auto\b|full\b)|(?<![\w-])text-(left|right)\b/,
  },
];

const lineLimit = 300;
const comment = /^\s*(\/\/|\/?\*)/;

export function scanSources(root: string, files: Iterable<string>): Finding[] {
  return [...files].flatMap((file) => {
    const lines = readFileSync(join(root, file), "utf8").trimEnd().split("\n");
    const tooLong = lines.length > lineLimit ? [{ rule: "files-of-300-lines", file, line: lines.length }] : [];
    return [...tooLong, ...rules.flatMap((rule) => scanFile(rule, file, lines))];
  });
}

function scanFile({ name, files, except, text }: Rule, file: string, lines: readonly string[]): Finding[] {
  if (!files.test(file) || except.test(file) || tests.test(file)) return [];
  return lines.flatMap((line, index) =>
    text.test(line) && !comment.test(line) ? [{ rule: name, file, line: index + 1 }] : [],
  );
}
