// From a question to the first words of its answer on the asker's screen, against a bare fetch of the same provider.
import { fakeModel } from "@althing/testkit";
import { measureFirstToken } from "../baselines/first-token.ts";
import { endsIn, progressIn } from "../load/progress.ts";
import type { Scenario } from "../result.ts";
import { hirePilot } from "../stage/pilot.ts";
import { percentile, spreadOf } from "../statistics.ts";

const perSecond = 5;

export const firstToken: Scenario = {
  name: "first-token",
  goals: { "first-token, added": { atMost: 30 } },
  async run(stage, { rounds, seconds }) {
    const { ana, workspaceId } = stage.harbour;
    const { assistantId, provider, dismiss } = await hirePilot(stage);
    const at = { asked: 0, heard: 0, said: 0 };
    provider.answer(() => {
      at.heard = performance.now();
      const said = async () => {
        at.said = performance.now();
      };
      return [fakeModel.waitFor(said), ...fakeModel.say("The ferry leaves at nine.")];
    });
    const { id: roomId } = await ana.assistants.openChat({ workspaceId, assistantId, title: "First token" });
    const times = { whole: [] as number[], there: [] as number[], back: [] as number[] };
    let ended = Promise.withResolvers<void>();
    let isFirst = false;
    const follower = await stage.follow(ana, {
      feeds: [{ feed: `room:${roomId}` }],
      onEvents(frame) {
        if (isFirst && progressIn(frame).length > 0) {
          const now = performance.now();
          isFirst = false;
          times.whole.push(now - at.asked);
          times.there.push(at.heard - at.asked);
          times.back.push(now - at.said);
        }
        if (endsIn(frame).length > 0) ended.resolve();
      },
    });
    const medians: number[] = [];
    for (let round = -1; round < rounds; round++) {
      const before = times.whole.length;
      for (let asked = 0; asked < seconds * perSecond; asked++) {
        [ended, isFirst, at.asked] = [Promise.withResolvers(), true, performance.now()];
        // Each question is a beginning, so that all are shown the same.
        await ana.assistants.sendTurn({ roomId, afterId: null, body: "When does the ferry leave?" });
        await ended.promise;
      }
      if (round < 0) times.whole.length = times.there.length = times.back.length = 0;
      else medians.push(percentile(times.whole.slice(before), 50));
    }
    follower.close();
    const last = provider.heard.at(-1);
    if (!last) throw new Error("The provider was never asked");
    const bare = await measureFirstToken(provider.url, last, seconds * perSecond);
    await dismiss();
    const own = percentile(bare, 50);
    const [there, back] = [times.there, times.back].map((all) => percentile(all, 50).toFixed(1));
    return [
      {
        name: "first-token",
        unit: "ms",
        ours: spreadOf(medians),
        baseline: { name: "bare fetch of the same provider", ...spreadOf([own]) },
        note: `p50, p99 ${percentile(times.whole, 99).toFixed(1)}; ${there} from the question to the provider, ${back} from its first words to the socket`,
      },
      {
        name: "first-token, added",
        unit: "ms",
        ours: spreadOf(medians.map((median) => median - own)),
        note: "what is above the bare fetch: storing the question and the run, what is looked up, rights, the money held",
      },
    ];
  },
};
