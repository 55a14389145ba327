// Statistics: what was posted in rooms and workspaces by day, kept from the log beside what people do.
import { statistics } from "@althing/contract";
import { read } from "../../kernel/binding.ts";
import { defineModule } from "../../kernel/module.ts";
import { countRooms, enqueueCount } from "./jobs/count-rooms.ts";
import { keepRollups } from "./listeners/keep-rollups.ts";
import { createStatistics } from "./migrations/001_statistics.ts";
import { getRoomStatistics } from "./queries/room-statistics.ts";
import { getWorkspaceStatistics } from "./queries/workspace-statistics.ts";

export const statisticsModule = defineModule({
  name: "statistics",
  migrations: [createStatistics],
  listeners: [keepRollups],
  jobs: [countRooms],
  prepare: enqueueCount,
  routes: [
    read(statistics.getRoomStatistics, getRoomStatistics),
    read(statistics.getWorkspaceStatistics, getWorkspaceStatistics),
  ],
});
