import { rooms } from "@althing/contract";
import type { FeedRights } from "../../../kernel/module.ts";
import { roomScope } from "../../rooms/index.ts";
import { listRunRows } from "../store/runs.ts";
import { maySeeRun } from "./find-runs.ts";

/** Who may see a run may follow it: everyone in its room, or who asked, while they may see the room. */
export const runFeed: FeedRights = {
  kind: "run",
  async mayFollow(tx, accountId, ids) {
    const runs = (await listRunRows(tx, ids)).filter((run) => maySeeRun(run, accountId));
    const found = await roomScope.resolve(
      tx,
      runs.map((run) => ({ accountId, id: run.room_id })),
    );
    return new Set(
      runs.filter((_, index) => found[index]?.permissions.has(rooms.RoomView.name)).map(({ id }) => id as string),
    );
  },
};
