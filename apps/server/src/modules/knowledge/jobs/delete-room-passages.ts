import { rooms } from "@althing/contract";
import { z } from "zod";
import { system } from "../../../kernel/actor.ts";
import { onJob } from "../../../kernel/module.ts";
import { defineJob } from "../../../platform/jobs/index.ts";
import { deleteSomeOfRoom, lockPassages } from "../store/passages.ts";

const portion = 5_000;
export const deleteRoomPassages = defineJob("knowledge.delete_room_passages", {
  payload: z.object({ roomId: rooms.RoomId }),
});

/** Nobody can find them any more, since nobody can read the room: there is time to do it in portions. */
export const onDeleteRoomPassages = onJob(deleteRoomPassages, async ({ write }, { roomId }, { signal }) => {
  for (let count = portion; count === portion && !signal.aborted; ) {
    count = await write(system, async (tx) => {
      await lockPassages(tx);
      return deleteSomeOfRoom(tx, roomId, portion);
    });
  }
  signal.throwIfAborted();
});
