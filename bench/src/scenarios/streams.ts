// Two hundred answers are written at once: from each word of the provider to the socket of who asked, and the server's memory.
import { fakeModel } from "@althing/testkit";
import { endsIn, progressIn } from "../load/progress.ts";
import type { Scenario } from "../result.ts";
import { hirePilot } from "../stage/pilot.ts";
import { residentBytes, type Stage } from "../stage/stage.ts";
import { percentile, spreadOf } from "../statistics.ts";

const streams = 200;
/** Nobody may have more than eight written at once. */
const people = 50;
const wordEveryMs = 100;

export const manyStreams: Scenario = {
  name: "streams",
  goals: {},
  async run(stage, { rounds, seconds }) {
    const delays: number[][] = [];
    const kilobytes: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const found = await streamTogether(stage, (seconds * 1_000) / wordEveryMs);
      delays.push(found.delays);
      kilobytes.push(found.bytes / streams / 1_024);
    }
    const all = delays.flat();
    return [
      {
        name: "streams, word to socket",
        unit: "ms",
        ours: spreadOf(delays.map((times) => percentile(times, 99))),
        note: `p99 of ${streams} answers with ${1_000 / wordEveryMs} words/s each; p50 ${percentile(all, 50).toFixed(1)}; words go out together, at most every 60 ms`,
      },
      {
        name: "streams, memory",
        unit: "KB/stream",
        ours: spreadOf(kilobytes),
        note: "most resident memory of the server's process while they are written, above what it was before",
      },
    ];
  },
};

async function streamTogether(stage: Stage, words: number): Promise<{ delays: number[]; bytes: number }> {
  const { assistantId, provider, dismiss } = await hirePilot(stage);
  const saidAt = new Map<string, number[]>();
  const heardUntil = new Map<string, number>();
  const delays: number[] = [];
  const together = Promise.withResolvers<void>();
  // The question names the stream, and each word its place in it: `w12.7`.
  provider.answer(({ lastText }) => {
    const stream = /stream (\d+)/.exec(lastText)?.[1] ?? "";
    const times: number[] = [];
    saidAt.set(stream, times);
    if (saidAt.size === streams) together.resolve();
    const wordAt = (place: number) => async () => {
      await (place === 0 ? together.promise : Bun.sleep(wordEveryMs));
      times.push(performance.now());
    };
    return Array.from({ length: words }, (_, place) => [
      fakeModel.waitFor(wordAt(place)),
      ...fakeModel.say(`w${stream}.${place} `),
    ]).flat();
  });
  let endedCount = 0;
  const ended = Promise.withResolvers<void>();
  const onEvents = (frame: Buffer) => {
    const now = performance.now();
    for (const { text } of progressIn(frame)) {
      for (const [, stream = "", place = ""] of text.matchAll(/w(\d+)\.(\d+) /g)) {
        if (Number(place) < (heardUntil.get(stream) ?? 0)) continue;
        heardUntil.set(stream, Number(place) + 1);
        delays.push(now - (saidAt.get(stream)?.[Number(place)] ?? Number.NaN));
      }
    }
    for (const { state, failure } of endsIn(frame)) {
      if (state !== "done") ended.reject(new Error(`An answer failed: ${failure?.code}`));
      if (++endedCount === streams) ended.resolve();
    }
  };
  const { workspaceId } = stage.harbour;
  const chats = await Promise.all(
    Array.from({ length: streams }, async (_, index) => {
      const person = stage.person(index % people);
      const { id } = await person.assistants.openChat({ workspaceId, assistantId, title: `Stream ${index}` });
      return { person, roomId: id };
    }),
  );
  const followers = await Promise.all(
    [...Map.groupBy(chats, ({ person }) => person)].map(([person, theirs]) =>
      stage.follow(person, { feeds: theirs.map(({ roomId }) => ({ feed: `room:${roomId}` })), onEvents }),
    ),
  );
  const before = await residentBytes(stage.serverPid);
  let most = before;
  const looking = setInterval(async () => {
    most = Math.max(most, await residentBytes(stage.serverPid));
  }, 250);
  await Promise.all(
    chats.map(({ person, roomId }, index) => person.messages.sendMessage({ roomId, body: `Write stream ${index}` })),
  );
  await ended.promise;
  clearInterval(looking);
  for (const follower of followers) follower.close();
  await requireWhole(stage, assistantId);
  await dismiss();
  return { delays, bytes: most - before };
}

/** Each is one message, and none is missing. */
async function requireWhole(stage: Stage, assistantId: string): Promise<void> {
  const asked = "select count(*)::int as answers from messages where author_id = $1 and kind = 'message'";
  const { rows } = await stage.database.query(asked, [assistantId]);
  if (rows[0]?.answers !== streams)
    throw new Error(`${streams} answers were written and ${rows[0]?.answers} are stored`);
}
