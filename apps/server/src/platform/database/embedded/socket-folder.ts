import { createHash } from "node:crypto";
import { chownSync, mkdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findClosedFolder, type Owner } from "./owner.ts";

// macOS takes 103 bytes, Linux 107.
const LONGEST_PATH_BYTES = 103;

/** A fresh folder, open to the database's owner only, for the socket. */
export function createSocketFolder(databaseFolder: string, port: number, owner: Owner | undefined): string {
  const fits = (folder: string) => Buffer.byteLength(join(folder, `.s.PGSQL.${port}`)) <= LONGEST_PATH_BYTES;
  const name = `althing-${createHash("sha256").update(databaseFolder).digest("hex").slice(0, 16)}`;
  const inDatabase = join(databaseFolder, "socket");
  const places = [inDatabase, join(isOpen(tmpdir(), owner) ? tmpdir() : "/tmp", name)];
  const folder = places.find(fits) ?? join("/tmp", name);
  rmSync(folder, { recursive: true, force: true });
  // In a folder that all may write, making it must fail where somebody else was faster.
  mkdirSync(folder, { mode: 0o700 });
  if (owner) chownSync(folder, owner.uid, owner.gid);
  return folder;
}

function isOpen(folder: string, owner: Owner | undefined) {
  return owner === undefined || findClosedFolder(folder, owner) === undefined;
}
