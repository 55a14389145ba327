import { rm, statfs, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** How much may still be written on the disk of a folder. */
export async function freeBytesOf(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

/** Writes a small file into a folder and takes it away again; throws what prevents that. */
export async function probeFolder(folder: string): Promise<void> {
  const file = join(folder, `.probe-${crypto.randomUUID()}`);
  try {
    await writeFile(file, "probe");
  } finally {
    await rm(file, { force: true });
  }
}
