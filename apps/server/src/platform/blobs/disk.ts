// Blobs as files of a folder, 256 folders deep so that none grows without end.
import { constants, copyFile, type FileHandle, mkdir, open, readdir, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Blobs, BlobsFull } from "./blobs.ts";

const isKey = (name: string): boolean => /^[0-9a-f]{32}$/.test(name);

export function createDiskBlobs(dir: string): Blobs {
  function pathOf(key: string): string {
    if (!isKey(key)) throw new Error("A blob's key is 32 hexadecimal digits");
    return join(dir, key.slice(0, 2), key);
  }

  async function place(key: string): Promise<string> {
    const path = pathOf(key);
    await refused(mkdir(dirname(path), { recursive: true, mode: 0o700 }));
    return path;
  }

  return {
    async open(key) {
      const path = await place(key);
      const file = await refused(open(path, constants.O_RDWR | constants.O_CREAT, 0o600));
      return {
        async write(offset, bytes) {
          for (let done = 0; done < bytes.byteLength; ) {
            const { bytesWritten } = await refused(file.write(bytes, done, bytes.byteLength - done, offset + done));
            done += bytesWritten;
          }
        },
        flush: () => flush(file, path),
        close: () => file.close(),
      };
    },
    async put(key, bytes) {
      const path = await place(key);
      const file = await refused(open(path, "w", 0o600));
      try {
        await refused(file.writeFile(bytes));
        await flush(file, path);
      } finally {
        await file.close();
      }
    },
    async copy(from, to) {
      const path = await place(to);
      await refused(copyFile(pathOf(from), path, constants.COPYFILE_FICLONE));
      const file = await open(path, "r+");
      try {
        await flush(file, path);
      } finally {
        await file.close();
      }
    },
    read: (key) => Bun.file(pathOf(key)),
    async remove(keys) {
      for (const key of keys) await rm(pathOf(key), { force: true });
    },
    async *keys() {
      for (const folder of await namesIn(dir)) yield (await namesIn(join(dir, folder))).filter(isKey);
    },
    findChangedAt: (key) =>
      stat(pathOf(key)).then(
        ({ mtime }) => mtime,
        () => undefined,
      ),
  };
}

/** The bytes, then the folder that names them. */
async function flush(file: FileHandle, path: string): Promise<void> {
  await refused(file.sync());
  const folder = await open(dirname(path), "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

const full = new Set(["ENOSPC", "EDQUOT", "EFBIG"]);

function refused<T>(work: Promise<T>): Promise<T> {
  return work.catch((error: unknown) => {
    throw error instanceof Error && "code" in error && full.has(String(error.code)) ? new BlobsFull(error) : error;
  });
}

const namesIn = (folder: string): Promise<string[]> => readdir(folder).catch(() => []);
