// Messages are cut by quarter of the time in their ids. Partitions are made a year ahead; older and odd ids have their own.
import { z } from "zod";
import { system } from "../../../kernel/actor.ts";
import { onJob } from "../../../kernel/module.ts";
import type { Platform } from "../../../kernel/platform.ts";
import { defineJob, defineSchedule } from "../../../platform/jobs/index.ts";
import { createPartition, listPartitions } from "../store/partitions.ts";

const quartersAhead = 4;
const job = defineJob("messages.make_partitions", { payload: z.object({}) });

export const partitionsSchedule = defineSchedule("messages.make_partitions", "41 3 * * *", job, {});

export const makeMessagePartitions = onJob(job, preparePartitions);

/** Also before the server opens: a row that came before its quarter's partition would stand in its way. */
export function preparePartitions(platform: Platform): Promise<void> {
  return platform.write(system, async (tx) => {
    const present = new Set(await listPartitions(tx));
    for (let ahead = 0; ahead <= quartersAhead; ahead++) {
      const { name, from, to } = quarterOf(tx.now, ahead);
      if (!present.has(name)) await createPartition(tx, name, from, to);
    }
  });
}

/** The quarter of the year that a moment is in, and the bounds of the ids made in it. */
function quarterOf(now: Date, ahead: number): { name: string; from: string; to: string } {
  const index = now.getUTCFullYear() * 4 + Math.floor(now.getUTCMonth() / 3) + ahead;
  const year = Math.floor(index / 4);
  return { name: `messages_${year}q${(index % 4) + 1}`, from: firstIdOf(index), to: firstIdOf(index + 1) };
}

/** The lowest UUID that a quarter, counted from the year 0, can have. */
function firstIdOf(index: number): string {
  const milliseconds = Date.UTC(Math.floor(index / 4), (index % 4) * 3);
  const hex = milliseconds.toString(16).padStart(12, "0");
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`;
}
