import { z } from "zod";
import { system } from "../../../kernel/actor.ts";
import { onJob } from "../../../kernel/module.ts";
import type { WriteTx } from "../../../kernel/tx.ts";
import { defineJob, defineSchedule } from "../../../platform/jobs/index.ts";
import { deleteKeptBefore, listKeptBefore } from "../store.ts";
import { pictureUses } from "../uses.ts";

const job = defineJob("pictures.delete_unused", { payload: z.object({}) });
const dayMs = 86_400_000;
const pageSize = 500;

export const deleteUnusedSchedule = defineSchedule("pictures.delete_unused", "41 3 * * *", job, {});

/** Deletes pictures that were given more than a day ago and that nobody shows. */
export const deleteUnused = onJob(job, async ({ write }) => {
  let last: string | undefined = "";
  while (last !== undefined) last = await write(system, (tx) => deletePage(tx, last ?? ""));
});

/** Gives where the next page begins, if there is one. */
async function deletePage(tx: WriteTx, after: string): Promise<string | undefined> {
  const time = new Date(tx.now.getTime() - dayMs);
  const hashes = await listKeptBefore(tx, time, after, pageSize);
  const used = await pictureUses.among(tx, hashes);
  const unused = hashes.filter((hash) => !used.has(hash));
  if (unused.length > 0) await deleteKeptBefore(tx, time, unused);
  return hashes.length === pageSize ? hashes.at(-1) : undefined;
}
