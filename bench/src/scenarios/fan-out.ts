// One sender, a thousand sockets: how many deliveries a second, against a bare broadcaster of frames of the same length.
import { measureBroadcast } from "../baselines/broadcast.ts";
import type { Scenario } from "../result.ts";
import { Chatter } from "../stage/chatter.ts";
import { spreadOf } from "../statistics.ts";

const listeners = 1_000;
const inFlight = 64;

export const fanOut: Scenario = {
  name: "fan-out",
  goals: { "fan-out": { ratioAtLeast: 0.6 } },
  async run(stage, { rounds, seconds }) {
    const roomId = await stage.room("Fan-out", stage.people.length);
    const chatter = await Chatter.gather(stage, { roomId, listeners, senders: 1, inFlight });
    await chatter.talk(seconds);
    const ours: number[] = [];
    while (ours.length < rounds) ours.push((await chatter.talk(seconds)) * listeners);
    await chatter.leave();
    const { rows } = await stage.database.query(
      "select data::text as data from events where feed = $1 order by seq desc limit 1",
      [`room:${roomId}`],
    );
    const frame = `{"op":"events","events":[${JSON.stringify({ ...rows[0], id: roomId, feed: `room:${roomId}`, seq: 1 })}]}`;
    const bare = await measureBroadcast({ frame, listeners, inFlight, seconds, rounds });
    return [
      {
        name: "fan-out",
        unit: "deliveries/s",
        ours: spreadOf(ours),
        baseline: { name: "bare Bun broadcaster", ...spreadOf(bare) },
        note: `to ${listeners} sockets of ${stage.people.length} people, one sender with ${inFlight} in flight; a delivery is one message on one socket`,
      },
    ];
  },
};
