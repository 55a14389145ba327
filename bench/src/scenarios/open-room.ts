// People open rooms of a workspace with a long past: the newest page with authors, reactions, threads and what is unread.
import { measureAnswers } from "../baselines/answers.ts";
import { LeanHttp, requestText } from "../load/lean-http.ts";
import { closedLoop, openHttpLoop } from "../load/loops.ts";
import type { Scenario } from "../result.ts";
import { ensureHistory } from "../stage/history.ts";
import type { Stage } from "../stage/stage.ts";
import { percentile, spreadOf } from "../statistics.ts";

const rooms = 200;
const clients = 16;
const steady = 500;

export const openRoom: Scenario = {
  name: "open-room",
  goals: {
    "open-room": { ratioAtLeast: 0.3 },
    "open-room at 500/s": { atMost: 30 },
  },
  async run(stage, { rounds, seconds, messages }) {
    const { roomIds, readers } = await ensureHistory(stage, { rooms, messages });
    const tokens = await stage.tokens(readers);
    const requestsOf = (path: (roomId: string) => string) =>
      roomIds.flatMap((roomId) =>
        tokens.map((token) => requestText("GET", `/api/v1/rooms/${roomId}${path(roomId)}`, token)),
      );
    const older = await olderPages(stage, roomIds);
    const paths = {
      newest: requestsOf(() => "/messages"),
      unread: requestsOf(() => ""),
      older: requestsOf((roomId) => `/messages?before=${older.get(roomId)}`),
    };
    const rate = async (requests: readonly string[]) => {
      const load = {
        url: stage.url,
        clients,
        request: (index: number) => requests[(index * 7) % requests.length] ?? "",
      };
      await closedLoop({ ...load, seconds });
      const rates: number[] = [];
      while (rates.length < rounds) rates.push(await closedLoop({ ...load, seconds }));
      return rates;
    };
    const newest = await rate(paths.newest);
    const steadily: number[][] = [];
    const opening = Array.from({ length: paths.newest.length * 2 }, (_, index) =>
      (index % 2 === 0 ? paths.newest : paths.unread).at(((index >> 1) * 7) % paths.newest.length),
    );
    while (steadily.length < rounds) {
      const request = (index: number) => opening[index % opening.length] ?? "";
      steadily.push(await openHttpLoop({ url: stage.url, perSecond: steady, seconds, request }));
    }
    const unread = await rate(paths.unread);
    const olderRates = await rate(paths.older);
    const bare = async (request = "") => {
      const client = await LeanHttp.connect(stage.url);
      const body = (await client.ask(request)).body.toString();
      client.close();
      const rates = await measureAnswers({ body, clients, seconds, rounds });
      return { name: `bare route, the same ${(body.length / 1_024).toFixed(1)} KB`, ...spreadOf(rates) };
    };
    const past = `${messages.toLocaleString("en")} messages in ${rooms} rooms`;
    return [
      {
        name: "open-room",
        unit: "answers/s",
        ours: spreadOf(newest),
        baseline: await bare(paths.newest[0]),
        note: `newest page of 50; ${past}; ${clients} connections`,
      },
      {
        name: "open-room, unread",
        unit: "answers/s",
        ours: spreadOf(unread),
        baseline: await bare(paths.unread[0]),
        note: "the room itself with what is unread, derived at each asking",
      },
      {
        name: "open-room, older page",
        unit: "answers/s",
        ours: spreadOf(olderRates),
        baseline: await bare(paths.older[0]),
        note: "a page of 50 that is remembered nowhere",
      },
      {
        name: "open-room at 500/s",
        unit: "ms",
        ours: spreadOf(steadily.map((times) => percentile(times, 99))),
        note: `p99 of pages and rooms in turn at a steady rate; p50 ${percentile(steadily.flat(), 50).toFixed(1)}, p95 ${percentile(steadily.flat(), 95).toFixed(1)}`,
      },
    ];
  },
};

/** A message of each room that stands far from its newest page. */
async function olderPages(stage: Stage, roomIds: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await stage.database.query(
    `select r.id as "roomId", m.id from unnest($1::uuid[]) r (id) cross join lateral (
       select id from messages where room_id = r.id and in_room order by seq desc offset 150 limit 1) m`,
    [roomIds],
  );
  return new Map(rows.map(({ roomId, id }) => [roomId, id]));
}
