import { z } from "zod";
import { system } from "../../../kernel/actor.ts";
import { onJob } from "../../../kernel/module.ts";
import type { Platform } from "../../../kernel/platform.ts";
import { defineJob, restAfter } from "../../../platform/jobs/index.ts";
import { listAllRooms } from "../../rooms/index.ts";
import { recountRoom } from "../counting.ts";
import { listCounted } from "../store/rollups.ts";

const job = defineJob("statistics.count_rooms", { payload: z.object({}) });

/** Rooms that were never counted are those from before there were statistics, in which nothing happened since. */
export const countRooms = onJob(job, async ({ read, write }, _, { progress, signal }) => {
  const uncounted = await read(async (tx) => {
    const all = await listAllRooms(tx);
    const counted = await listCounted(
      tx,
      all.map(({ id }) => id),
    );
    return all.filter(({ id }) => !counted.has(id));
  });
  for (const [index, room] of uncounted.entries()) {
    signal.throwIfAborted();
    const startedAt = performance.now();
    await write(system, async (tx) => void (await recountRoom(tx, room.id, room.workspace_id)));
    await progress((index + 1) / uncounted.length);
    await restAfter(startedAt, signal);
  }
});

/** At each start, since the version before may have been one without statistics. */
export const enqueueCount = (platform: Platform): Promise<void> =>
  platform.write(system, (tx) => tx.enqueue(job, {}, { key: job.name }));
