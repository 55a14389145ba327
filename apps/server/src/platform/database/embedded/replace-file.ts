import { closeSync, fsyncSync, openSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** Writes a file so that after a crash it has either the old text or the new. */
export function replaceFile(path: string, text: string, mode = 0o644): void {
  const next = `${path}.next`;
  writeFileSync(next, text, { mode, flush: true });
  renameDurably(next, path);
}

/** Renames so that the new name outlives a loss of power. */
export function renameDurably(from: string, to: string): void {
  renameSync(from, to);
  const folder = openSync(dirname(to), "r");
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
