// The same sixteen clients post with the index of passages being kept, and without: what keeping it takes from them.
import type { Scenario } from "../result.ts";
import { Chatter } from "../stage/chatter.ts";
import type { Stage } from "../stage/stage.ts";
import { spreadOf } from "../statistics.ts";

const listeners = 50;
const senders = 16;
const inFlight = 16;
const consumer = "knowledge.index_messages";

export const indexMessages: Scenario = {
  name: "index-messages",
  goals: { "index-messages": { ratioAtLeast: 0.9 } },
  async run(stage, { rounds, seconds }) {
    const roomId = await stage.room("Indexed", listeners);
    const chatter = await Chatter.gather(stage, { roomId, listeners, senders, inFlight });
    await chatter.talk(seconds);
    const withIndex: number[] = [];
    const without: number[] = [];
    const before = await countPassages(stage);
    while (without.length < rounds) {
      withIndex.push(await chatter.talk(seconds));
      await rename(stage, consumer, `${consumer} (off)`);
      without.push(await chatter.talk(seconds));
      await rename(stage, `${consumer} (off)`, consumer);
    }
    const indexed = (await countPassages(stage)) - before;
    await chatter.leave();
    return [
      {
        name: "index-messages",
        unit: "messages/s",
        ours: spreadOf(withIndex),
        baseline: { name: "the index at rest", ...spreadOf(without) },
        note: `${indexed.toLocaleString("en")} passages were indexed meanwhile; the rest waits until there is time`,
      },
    ];
  },
};

/** A reader of the log whose place has another name is not there. */
const rename = (stage: Stage, from: string, to: string) =>
  stage.database.query("update consumers set name = $2 where name = $1", [from, to]);

async function countPassages(stage: Stage): Promise<number> {
  const { rows } = await stage.database.query<{ count: number }>("select count(*)::int as count from passages");
  return rows[0]?.count ?? 0;
}
