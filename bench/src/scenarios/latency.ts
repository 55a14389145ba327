// A thousand messages a second at a steady rate to a room of fifty followers: from when each was due to its
// acknowledgement, and to every other screen, by one monotonic clock.
import { openLoop } from "../load/loops.ts";
import type { Result, Scenario } from "../result.ts";
import { audit } from "../stage/audit.ts";
import { words } from "../stage/chatter.ts";
import type { Stage } from "../stage/stage.ts";
import { percentile, spreadOf } from "../statistics.ts";

const perSecond = 1_000;
const listeners = 50;
const senders = 16;
const bodyMark = Buffer.from('"body":"n');
const keyAt = '{"op":"ack","key":"'.length;

type Times = { toAck: number[]; toScreen: number[] };

export const latency: Scenario = {
  name: "latency",
  goals: { "latency to ack": { atMost: 25 }, "latency to screen": { atMost: 40 } },
  async run(stage, { rounds, seconds }) {
    const roomId = await stage.room("Latency", listeners);
    const dueAt: number[] = [];
    const times: Times = { toAck: [], toScreen: [] };
    const followers = await gather(stage, roomId, dueAt, times);
    const toAck: Times["toAck"][] = [];
    const toScreen: Times["toScreen"][] = [];
    for (let round = -1; round < rounds; round++) {
      [times.toAck, times.toScreen] = [[], []];
      await openLoop({ perSecond, seconds }, (_, due) => {
        const number = dueAt.push(due) - 1;
        const frame = { op: "send", key: `${number}`, roomId, id: Bun.randomUUIDv7(), body: `n${number} ${words}` };
        followers[number % senders]?.send(JSON.stringify(frame));
      });
      while (followers.reduce((sum, { acked }) => sum + acked, 0) < dueAt.length) await Bun.sleep(1);
      await stage.heard(followers, roomId);
      if (round < 0) continue;
      toAck.push(times.toAck);
      toScreen.push(times.toScreen);
    }
    for (const follower of followers) follower.close();
    await audit(stage, roomId, dueAt.length);
    return [resultOf("latency to ack", toAck), resultOf("latency to screen", toScreen)];
  },
};

async function gather(stage: Stage, roomId: string, dueAt: readonly number[], times: Times) {
  const sinceDue = (number: number) => performance.now() - (dueAt[number] ?? Number.NaN);
  const feeds = [{ feed: `room:${roomId}` }];
  const onAck = (frame: Buffer) => void times.toAck.push(sinceDue(numberAt(frame, keyAt)));
  const onEvents = (frame: Buffer) => {
    for (let at = frame.indexOf(bodyMark); at >= 0; at = frame.indexOf(bodyMark, at + bodyMark.length)) {
      times.toScreen.push(sinceDue(numberAt(frame, at + bodyMark.length)));
    }
  };
  const people = stage.people.slice(0, listeners);
  return Promise.all(people.map((person) => stage.follow(person, { feeds, onAck, onEvents })));
}

function resultOf(name: string, rounds: readonly number[][]): Result {
  const all = rounds.flat();
  const [p50, p95] = [50, 95].map((percent) => percentile(all, percent).toFixed(1));
  return {
    name,
    unit: "ms",
    ours: spreadOf(rounds.map((values) => percentile(values, 99))),
    note: `p99 at ${perSecond} messages/s and ${listeners} followers; p50 ${p50}, p95 ${p95}`,
  };
}

function numberAt(frame: Buffer, at: number): number {
  return Number.parseInt(frame.toString("latin1", at, at + 10), 10);
}
