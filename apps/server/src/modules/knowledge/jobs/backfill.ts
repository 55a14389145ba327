/** Messages that were there before the index: read in portions, from where it was left, while others work. */
import { z } from "zod";
import { system } from "../../../kernel/actor.ts";
import { onJob } from "../../../kernel/module.ts";
import type { Platform } from "../../../kernel/platform.ts";
import type { WriteTx } from "../../../kernel/tx.ts";
import { defineJob, restAfter } from "../../../platform/jobs/index.ts";
import { listMessageTexts } from "../../messages/index.ts";
import { findRooms } from "../../rooms/index.ts";
import { toPassage } from "../passages.ts";
import { endBackfill, getBackfill, updateBackfill } from "../store/backfill.ts";
import { insertMissingPassages, lockPassages } from "../store/passages.ts";

const portion = 100;
const backfill = defineJob("knowledge.backfill", { payload: z.object({}), priority: 10 });

/** Where there are no messages, there is nothing to make up for. */
export function prepareBackfill(platform: Platform): Promise<void> {
  return platform.write(system, async (tx) => {
    const { done, afterId } = await getBackfill(tx);
    if (done) return;
    const [first] = await listMessageTexts(tx, afterId, 1);
    if (first) await tx.enqueue(backfill, {}, { key: backfill.name });
    else await endBackfill(tx);
  });
}

export const onBackfill = onJob(backfill, async ({ write, clock }, _, { signal, progress }) => {
  for (let afterId: string | undefined = ""; afterId !== undefined; ) {
    signal.throwIfAborted();
    const startedAt = performance.now();
    afterId = await write(system, indexPortion);
    if (afterId === undefined) return;
    await progress(Math.min(1, timeIn(afterId) / clock().getTime()));
    await restAfter(startedAt, signal);
  }
});

/** Gives the id up to which all is indexed; undefined at the end. */
async function indexPortion(tx: WriteTx): Promise<string | undefined> {
  await lockPassages(tx);
  const { done, afterId } = await getBackfill(tx);
  if (done) return undefined;
  const texts = await listMessageTexts(tx, afterId, portion);
  const last = texts.at(-1);
  if (!last) {
    await endBackfill(tx);
    return undefined;
  }
  // What is left of a room that is gone is about to be cleared up.
  const present = await findRooms(tx, [...new Set(texts.map(({ roomId }) => roomId))]);
  const passages = texts.filter(({ roomId }) => present.has(roomId)).flatMap((text) => toPassage(rowOf(text)) ?? []);
  await insertMissingPassages(tx, passages);
  await updateBackfill(tx, last.id, passages.length);
  return last.id;
}

const rowOf = (text: Awaited<ReturnType<typeof listMessageTexts>>[number]) => ({
  message_id: text.id,
  room_id: text.roomId,
  root_id: text.parentId,
  author_id: text.authorId,
  seq: text.seq,
  stamp: text.stamp,
  text: text.text,
});

/** The milliseconds that an id of version 7 begins with; how far the ids have come tells how much is left. */
const timeIn = (id: string): number => Number.parseInt(id.replace("-", "").slice(0, 12), 16);
