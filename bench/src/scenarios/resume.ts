// Someone comes back after ten thousand events: from saying hello to having the last of them.

import { Follower } from "../load/follower.ts";
import type { Scenario } from "../result.ts";
import { Chatter } from "../stage/chatter.ts";
import { spreadOf } from "../statistics.ts";

const missed = 10_000;
const times = 5;

export const resume: Scenario = {
  name: "resume",
  goals: { resume: { atMost: 300 } },
  async run(stage) {
    const roomId = await stage.room("Resume", 16);
    const chatter = await Chatter.gather(stage, { roomId, listeners: 16, senders: 16, inFlight: 16 });
    while (chatter.acknowledged < missed) await chatter.talk(0.5);
    await chatter.leave();
    const head = await stage.head(roomId);
    const taken: number[] = [];
    for (let time = 0; time <= times; time++) {
      const { ticket } = await stage.person(1).realtime.createTicket();
      const all = Promise.withResolvers<void>();
      const onEvents = (frame: Buffer) => {
        if (frame.includes(`"seq":${head},`)) all.resolve();
      };
      const startedAt = performance.now();
      const feeds = [{ feed: `room:${roomId}`, after: head - missed }];
      const follower = await Follower.connect({ url: stage.url, ticket, feeds, onEvents });
      await all.promise;
      taken.push(performance.now() - startedAt);
      if (follower.heard !== missed || follower.missed > 0) throw new Error(`${follower.heard} of ${missed} came`);
      follower.close();
    }
    return [
      {
        name: "resume",
        unit: "ms",
        ours: spreadOf(taken.slice(1)),
        note: `${missed.toLocaleString("en")} missed events, connecting included`,
      },
    ];
  },
};
