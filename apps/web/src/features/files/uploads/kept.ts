/** What lies finished beside drafts outlives a reload; what was on its way then has to be chosen again. */
import type { files } from "@althing/contract";
import type { Client, Storage } from "@althing/sdk";
import type { Shelves } from "../shelf/shelf.ts";
import { asAttachment } from "./as-attachment.ts";

type Parts = {
  shelves: Shelves;
  storage: Storage;
  /** Whose they are in a storage that several share. */
  name: string;
  client: Pick<Client, "files">;
  putBack: (key: string, attachments: readonly files.Attachment[]) => void;
};

/** Lays back what an earlier page left, and keeps what changes from now on. */
export async function keepShelves({ shelves, storage, name, client, putBack }: Parts): Promise<void> {
  const prefix = `shelf:${name}:`;
  const known = new Map<string, string>();
  shelves.subscribe((key) => {
    const ready = shelves.read(key).flatMap(({ attachment }) => attachment ?? []);
    const ids = ready.map(({ id }) => id).join();
    if (ids === (known.get(key) ?? "")) return;
    known.set(key, ids);
    const writing = ids === "" ? storage.delete(prefix + key) : storage.set(prefix + key, ready);
    // A full or blocked storage costs the survival of a reload, not the files.
    writing.catch(() => undefined);
  });
  try {
    const names = (await storage.keys()).filter((one) => one.startsWith(prefix));
    await Promise.all(
      names.map(async (one) => {
        const left = (await storage.get(one)) as readonly files.Attachment[];
        const there = await Promise.all(left.map((attachment) => stillThere(client, attachment)));
        const key = one.slice(prefix.length);
        known.set(key, left.map(({ id }) => id).join());
        putBack(
          key,
          there.flatMap((attachment) => attachment ?? []),
        );
      }),
    );
  } catch {
    // Without a storage they live as long as the page.
  }
}

/** The server keeps no file for long that nobody sent. One that cannot be asked of is taken at its word. */
async function stillThere(
  client: Pick<Client, "files">,
  attachment: files.Attachment,
): Promise<files.Attachment | undefined> {
  try {
    const file = await client.files.getFile({ fileId: attachment.id });
    return file.state === "ready" ? asAttachment(file) : undefined;
  } catch (problem) {
    return (problem as { code?: string }).code === undefined ? attachment : undefined;
  }
}
