// What nobody needs any more: files that nothing holds, uploads that were given up, and bytes that no file knows of.
import { z } from "zod";
import { system } from "../../../kernel/actor.ts";
import { onJob } from "../../../kernel/module.ts";
import type { Platform } from "../../../kernel/platform.ts";
import type { WriteTx } from "../../../kernel/tx.ts";
import { defineJob, defineSchedule } from "../../../platform/jobs/index.ts";
import { deleteFiles, keysOf, lockBegunBefore, selectKeysAmong } from "../store.ts";
import { fileUses } from "../uses.ts";

const job = defineJob("files.delete_orphans", { payload: z.object({}) });
const dayMs = 86_400_000;
const pageSize = 500;

export const deleteOrphansSchedule = defineSchedule("files.delete_orphans", "23 4 * * *", job, {});

/** A file is spared for a day, since what is being written may still take it. */
export const deleteOrphans = onJob(job, async (platform) => {
  let last: string | undefined = "00000000-0000-0000-0000-000000000000";
  while (last !== undefined) {
    const { keys, next } = await platform.write(system, (tx) => deletePage(tx, last ?? ""));
    await platform.blobs.remove(keys);
    last = next;
  }
  await sweep(platform);
});

/** Gives what lay on disk of those that it deleted, and where the next page begins, if there is one. */
async function deletePage(tx: WriteTx, after: string): Promise<{ keys: string[]; next: string | undefined }> {
  const rows = await lockBegunBefore(tx, new Date(tx.now.getTime() - dayMs), after, pageSize);
  const ids = rows.map(({ id }) => id);
  const held = await fileUses.heldAmong(tx, ids);
  const orphans = rows.filter(({ id }) => !held.has(id));
  await deleteFiles(
    tx,
    orphans.map(({ id }) => id),
  );
  return { keys: orphans.flatMap(keysOf), next: rows.length === pageSize ? ids.at(-1) : undefined };
}

/** A server that ended between the bytes and the row, or the row and the bytes, left bytes that nothing leads to. */
async function sweep(platform: Platform): Promise<void> {
  const { blobs, clock, log } = platform;
  const before = clock().getTime() - dayMs;
  for await (const keys of blobs.keys()) {
    const known = await platform.read((tx) => selectKeysAmong(tx, keys));
    for (const key of keys.filter((one) => !known.has(one))) {
      const changedAt = await blobs.findChangedAt(key);
      if (changedAt === undefined || changedAt.getTime() > before) continue;
      await blobs.remove([key]);
      log.info({ changedAt }, "Removed bytes that belong to no file");
    }
  }
}
