// Which module knows which, read from the imports of their files.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { mermaid } from "./markdown.ts";

export function modulesPage(root: string): string {
  return `# Modules

An arrow leads from a module to one whose door it imports; modules know only those before them.

## Server

${graph(join(root, "apps/server/src/modules"))}
## Contract

${graph(join(root, "packages/contract/src"))}`;
}

/** Folders of the contract that are no modules: what all are made of, and what is made of all. */
const aside = new Set(["kit", "openapi"]);

function graph(folder: string): string {
  const modules = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !aside.has(entry.name))
    .map((entry) => entry.name)
    .sort();
  const arrows = modules.flatMap((module) =>
    [...importsOf(folder, module)]
      .filter((other) => other !== module && modules.includes(other))
      .sort()
      .map((other) => `  ${module} --> ${other}`),
  );
  return mermaid(["graph LR", ...modules.map((module) => `  ${module}`), ...arrows]);
}

function importsOf(folder: string, module: string): Set<string> {
  const files = readdirSync(join(folder, module), { recursive: true, encoding: "utf8" }).filter(isSource);
  const found = files.flatMap((file) => {
    const path = join(folder, module, file);
    const targets = readFileSync(path, "utf8").matchAll(/\bfrom "(\.[^"]+)"/g);
    return [...targets].map(([, target = ""]) => relative(folder, join(dirname(path), target)).split(sep)[0] ?? "");
  });
  return new Set(found);
}

const isSource = (file: string): boolean =>
  file.endsWith(".ts") && !file.endsWith(".test.ts") && !file.startsWith(`test${sep}`);
