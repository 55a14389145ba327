import { statistics } from "@althing/contract";
import type { ReadAction } from "../../../kernel/binding.ts";
import type { ReadTx } from "../../../kernel/tx.ts";
import { listAccountRefs } from "../../accounts/index.ts";
import { listPreviews } from "../../messages/index.ts";
import { daysOf, requireRange } from "../range.ts";
import {
  getMedianSeconds,
  listResponseSteps,
  listRoomDays,
  listRoomPeople,
  listRoomThreads,
} from "../store/reading.ts";
import type { Range } from "../tables.ts";
import { stepEnds, viewDays, viewResponses, viewTotal } from "../views.ts";

const { statisticsLimits } = statistics;
type RoomStatistics = statistics.RoomStatistics;

export const getRoomStatistics: ReadAction<typeof statistics.getRoomStatistics> = async (tx, { input }) => {
  const { roomId } = input;
  const range = requireRange(input, tx.now);
  const days = await listRoomDays(tx, roomId, range);
  const people = await listRoomPeople(tx, roomId, range, statisticsLimits.people);
  const steps = await listResponseSteps(tx, roomId, range, stepEnds);
  return {
    roomId,
    ...range,
    days: viewDays(daysOf(range), days),
    total: viewTotal(days, people[0]?.activePeople ?? 0),
    people: await withRefs(tx, people),
    threads: await topThreads(tx, roomId, range),
    responses: viewResponses(steps, await getMedianSeconds(tx, roomId, range)),
  };
};

async function withRefs(
  tx: ReadTx,
  people: readonly { accountId: string; messages: number }[],
): Promise<RoomStatistics["people"]> {
  const refs = await listAccountRefs(
    tx,
    people.map(({ accountId }) => accountId),
  );
  return people.flatMap(({ accountId, messages }) => {
    const account = refs.get(accountId);
    return account ? [{ account, messages }] : [];
  });
}

async function topThreads(tx: ReadTx, roomId: string, range: Range): Promise<RoomStatistics["threads"]> {
  const threads = await listRoomThreads(tx, roomId, range, statisticsLimits.threads);
  const previews = await listPreviews(
    tx,
    threads.map(({ rootId }) => rootId),
  );
  return threads.flatMap(({ rootId, replies }) => {
    const preview = previews.get(rootId);
    return preview
      ? [{ messageId: rootId as RoomStatistics["threads"][number]["messageId"], ...preview, replies }]
      : [];
  });
}
