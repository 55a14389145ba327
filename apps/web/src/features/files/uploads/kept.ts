/**
 * What lies finished beside drafts outlives a reload, and is seen in the other tabs of this browser as the drafts are. What
 * was on its way when a page went has to be chosen again.
 */
import type { files } from "@althing/contract";
import { attachmentOf, type Client, type Storage } from "@althing/sdk";
import type { Shelves } from "../shelf/shelf.ts";
import type { Uploads } from "./uploads.ts";

type Parts = {
  shelves: Shelves;
  storage: Storage;
  /** Whose they are in a storage that several share. */
  name: string;
  client: Pick<Client, "files">;
  uploads: Pick<Uploads, "putBack" | "setFinished">;
};
type Attachments = readonly files.Attachment[];
type Told = { name: string; key: string; ready: Attachments };

const idsOf = (attachments: Attachments): string => attachments.map(({ id }) => id).join();

/** Lays back what an earlier page left, and keeps what changes from now on. */
export async function keepShelves({ shelves, storage, name, client, uploads }: Parts): Promise<void> {
  const prefix = `shelf:${name}:`;
  const known = new Map<string, string>();
  const tabs = new BroadcastChannel("althing.shelves");
  tabs.onmessage = ({ data }: MessageEvent<Told>) => {
    if (data.name !== name) return;
    known.set(data.key, idsOf(data.ready));
    uploads.setFinished(data.key, data.ready);
  };
  shelves.subscribe((key) => {
    const ready = shelves.read(key).flatMap(({ attachment }) => attachment ?? []);
    if (idsOf(ready) === (known.get(key) ?? "")) return;
    known.set(key, idsOf(ready));
    tabs.postMessage({ name, key, ready } satisfies Told);
    const writing = ready.length === 0 ? storage.delete(prefix + key) : storage.set(prefix + key, ready);
    // A full or blocked storage costs the survival of a reload, not the files.
    writing.catch(() => undefined);
  });
  try {
    const names = (await storage.keys()).filter((one) => one.startsWith(prefix));
    for (const one of names) {
      const left = (await storage.get(one)) as Attachments;
      const there = await Promise.all(left.map((attachment) => stillThere(client, attachment)));
      uploads.putBack(
        one.slice(prefix.length),
        there.flatMap((attachment) => attachment ?? []),
      );
    }
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
    return file.state === "ready" ? attachmentOf(file) : undefined;
  } catch (problem) {
    return (problem as { code?: string }).code === undefined ? attachment : undefined;
  }
}
