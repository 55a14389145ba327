// Sixteen clients post over sockets to one room of fifty online members; a message counts once all of them heard it.
import { measureCommits } from "../baselines/commits.ts";
import type { Scenario } from "../result.ts";
import { Chatter } from "../stage/chatter.ts";
import { spreadOf } from "../statistics.ts";

const listeners = 50;
const senders = 16;
const inFlight = 16;

export const sendMessage: Scenario = {
  name: "send-message",
  goals: { "send-message": { atLeast: 10_000, ratioAtLeast: 0.5 } },
  async run(stage, { rounds, seconds }) {
    const roomId = await stage.room("Send", listeners);
    const chatter = await Chatter.gather(stage, { roomId, listeners, senders, inFlight });
    await chatter.talk(seconds);
    await measureCommits(stage, seconds / 2);
    const commits: number[] = [];
    const { rates, cost } = await stage.costOf(async () => {
      const before = chatter.acknowledged;
      const ours: number[] = [];
      // In turn, so that what else the machine does burdens both.
      while (ours.length < rounds) {
        ours.push(await chatter.talk(seconds));
        commits.push(await measureCommits(stage, seconds));
      }
      return { rates: ours, count: chatter.acknowledged - before };
    });
    await chatter.leave();
    return [
      {
        name: "send-message",
        unit: "messages/s",
        ours: spreadOf(rates),
        baseline: { name: "one insert a commit, 64 clients", ...spreadOf(commits) },
        note: `durable, acknowledged and heard by ${listeners}; ${senders} senders with ${inFlight} in flight each; ${cost}`,
      },
    ];
  },
};
