import { statistics } from "@althing/contract";
import type { ReadAction } from "../../../kernel/binding.ts";
import type { ReadTx } from "../../../kernel/tx.ts";
import { findRooms, isPublicChannel } from "../../rooms/index.ts";
import { daysOf, requireRange } from "../range.ts";
import { countActivePeople, listWorkspaceDays, listWorkspaceRooms } from "../store/reading.ts";
import { viewDays, viewTotal } from "../views.ts";

type Busy = Awaited<ReturnType<typeof listWorkspaceRooms>>;

export const getWorkspaceStatistics: ReadAction<typeof statistics.getWorkspaceStatistics> = async (tx, { input }) => {
  const { workspaceId } = input;
  const range = requireRange(input, tx.now);
  const days = await listWorkspaceDays(tx, workspaceId, range);
  const busy = await listWorkspaceRooms(tx, workspaceId, range);
  return {
    workspaceId,
    ...range,
    days: viewDays(daysOf(range), days),
    total: { ...viewTotal(days, await countActivePeople(tx, workspaceId, range)), activeRooms: busy.length },
    rooms: await publicOnes(tx, busy),
  };
};

/** Rooms that not everyone may find have no name here, whoever asks. */
async function publicOnes(tx: ReadTx, busy: Busy): Promise<statistics.WorkspaceStatistics["rooms"]> {
  const found = await findRooms(
    tx,
    busy.map(({ roomId }) => roomId),
  );
  return busy
    .flatMap(({ roomId, ...counts }) => {
      const room = found.get(roomId);
      if (!room || !isPublicChannel(room)) return [];
      const { roomId: id } = { roomId: roomId as statistics.WorkspaceStatistics["rooms"][number]["roomId"] };
      return [{ roomId: id, name: room.name ?? "", ...counts }];
    })
    .slice(0, statistics.statisticsLimits.rooms);
}
