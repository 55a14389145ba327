// Tells from an lcov file how many lines of our sources the tests ran.
import { readFileSync } from "node:fs";
import { join } from "node:path";

type Lines = { covered: number; all: number };

const transpiler = new Bun.Transpiler({ loader: "ts" });

/** One line a folder: `lines covered: 93.1 % of apps/server/src`. */
export function coverageOf(root: string, lcovPath: string): string {
  const byFile = readLcov(readFileSync(lcovPath, "utf8"));
  const byFolder = Map.groupBy(sourcesIn(root), (file) => file.split("/src/")[0] ?? file);
  return [...byFolder]
    .sort()
    .map(([folder, files]) => {
      const lines = files.map((file) => byFile.get(file) ?? { covered: 0, all: countLines(join(root, file)) });
      const [covered, all] = [sum(lines, "covered"), sum(lines, "all")];
      return `lines covered: ${((100 * covered) / all).toFixed(1)} % of ${folder}/src`;
    })
    .join("\n");
}

const sum = (lines: readonly Lines[], key: keyof Lines): number => lines.reduce((total, each) => total + each[key], 0);

function sourcesIn(root: string): string[] {
  const files = ["apps/server/src/**/*.ts", "packages/*/src/**/*.ts"].flatMap((glob) => [
    ...new Bun.Glob(glob).scanSync({ cwd: root }),
  ]);
  return files.filter((file) => !/\.(test|fixture|d)\.ts$|^packages\/testkit\//.test(file));
}

function readLcov(text: string): Map<string, Lines> {
  const byFile = new Map<string, Lines>();
  for (const record of text.split("end_of_record")) {
    const [, file] = record.match(/^SF:(.+)$/m) ?? [];
    const [, all, covered] = record.match(/^LF:(\d+)\nLH:(\d+)$/m) ?? [];
    if (file) byFile.set(file, { covered: Number(covered), all: Number(all) });
  }
  return byFile;
}

/** Of a file that no test loaded: its lines without types and comments, so that it counts and files of types do not. */
function countLines(path: string): number {
  const code = transpiler.transformSync(readFileSync(path, "utf8"));
  return code.split("\n").filter((line) => line.trim() !== "").length;
}
