/** PostgreSQL refuses to run as root, for good reasons: where Althing is root, another user runs and owns the database. */
import { lstatSync, readFileSync, statSync } from "node:fs";
import { dirname } from "node:path";

export type Owner = { uid: number; gid: number };

/** Undefined when Althing is no root and so may own the database itself. */
export function findOwner(databaseFolder: string): Owner | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const folder = lstatSync(databaseFolder, { throwIfNoEntry: false });
  if (folder && folder.uid !== 0) return { uid: folder.uid, gid: folder.gid };
  return findUser("postgres") ?? findUser("nobody") ?? { uid: 65534, gid: 65534 };
}

/** The outermost folder on the way to `path` that the owner may not pass through. */
export function findClosedFolder(path: string, owner: Owner): string | undefined {
  const parent = dirname(path);
  const closedAbove = parent === path ? undefined : findClosedFolder(parent, owner);
  return closedAbove ?? (mayPass(path, owner) ? undefined : path);
}

function mayPass(folder: string, owner: Owner) {
  const { mode, uid, gid } = statSync(folder);
  if (uid === owner.uid) return (mode & 0o100) !== 0;
  if (gid === owner.gid) return (mode & 0o010) !== 0;
  return (mode & 0o001) !== 0;
}

function findUser(name: string): Owner | undefined {
  const [, uid, gid] =
    readFileSync("/etc/passwd", "utf8").match(new RegExp(`^${name}:[^:]*:(\\d+):(\\d+):`, "m")) ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined;
}
