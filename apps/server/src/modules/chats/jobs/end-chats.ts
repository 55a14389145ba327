/** Deletes conversations whose time is over, a few at a time; their modules clear up after the rooms. */
import { chats, feedOf, type workspaces } from "@althing/contract";
import { z } from "zod";
import { system } from "../../../kernel/actor.ts";
import { onJob } from "../../../kernel/module.ts";
import type { Platform } from "../../../kernel/platform.ts";
import { defineJob, defineSchedule } from "../../../platform/jobs/index.ts";
import { removeRooms } from "../../rooms/index.ts";
import { type Ending, endings } from "../expiry.ts";
import { getRetention, listKeeps, lockRetention } from "../store/retention.ts";

const portion = 20;
const job = defineJob("chats.end", { payload: z.object({}) });
export const endChatsSchedule = defineSchedule("chats.end", "23 * * * *", job, {});

export const onEndChats = onJob(job, async (platform, _, { signal }) => {
  for await (const ending of endings(platform.read)) {
    const due = ending.filter(({ kept, held }) => !kept && !held);
    for (const [workspaceId, those] of Map.groupBy(due, (one) => one.workspaceId)) {
      for (let from = 0; from < those.length; from += portion) {
        signal.throwIfAborted();
        await end(platform, workspaceId as workspaces.WorkspaceId, those.slice(from, from + portion));
      }
    }
  }
});

/** Asked once more under the lock: a hold that was put on, or a wish to keep, counts until the last moment. */
const end = ({ write }: Platform, workspaceId: workspaces.WorkspaceId, due: readonly Ending[]): Promise<void> =>
  write(system, async (tx) => {
    await lockRetention(tx, workspaceId);
    if ((await getRetention(tx, workspaceId)).legal_hold) return;
    const keeps = await listKeeps(
      tx,
      due.map(({ roomId }) => roomId),
    );
    // Whoever said something else of it meanwhile is heard with the next look.
    const gone = due.filter(({ roomId, ownDays }) => {
      const keep = keeps.get(roomId);
      return !keep?.kept && (keep?.own_days ?? null) === ownDays;
    });
    const count = await removeRooms(
      tx,
      gone.map(({ roomId }) => roomId),
    );
    const temporary = gone.filter((one) => one.temporary).length;
    if (count > 0) tx.emit(chats.ChatsExpired, feedOf.workspace(workspaceId), { workspaceId, count, temporary });
  });
