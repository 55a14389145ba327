// Someone with two hundred rooms opens the app: the list with what is unread in each, ten times a second.
import { requestText } from "../load/lean-http.ts";
import { openHttpLoop } from "../load/loops.ts";
import type { Scenario } from "../result.ts";
import { ensureHistory } from "../stage/history.ts";
import { percentile, spreadOf } from "../statistics.ts";

const rooms = 200;
const perSecond = 10;

export const roomList: Scenario = {
  name: "room-list",
  goals: { "room-list": { atMost: 30 } },
  async run(stage, { rounds, seconds, messages }) {
    const { readers } = await ensureHistory(stage, { rooms, messages });
    const path = `/api/v1/rooms?workspaceId=${stage.harbour.workspaceId}`;
    const requests = (await stage.tokens(readers)).slice(1).map((token) => requestText("GET", path, token));
    const request = (index: number) => requests[index % requests.length] ?? "";
    const load = { url: stage.url, perSecond, seconds, request };
    await openHttpLoop(load);
    const times: number[][] = [];
    while (times.length < rounds) times.push(await openHttpLoop(load));
    return [
      {
        name: "room-list",
        unit: "ms",
        ours: spreadOf(times.map((values) => percentile(values, 99))),
        note: `p99 at ${perSecond} lists/s of ${rooms} rooms; p50 ${percentile(times.flat(), 50).toFixed(1)}`,
      },
    ];
  },
};
