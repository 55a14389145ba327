// Files into rooms: each is read once to know its people and threads, then again to send it, page by page.
import type { Client } from "@althing/sdk";
import { openChannel, whileQuiet } from "./channel.ts";
import { convertFile } from "./convert.ts";
import { createHandles } from "./mentions.ts";
import { bringPeople } from "./people.ts";
import { type Counts, noCounts, type Report } from "./report.ts";
import { sendPages } from "./send-pages.ts";
import { type Survey, surveyFile } from "./survey.ts";

export type ImportOptions = {
  paths: readonly string[];
  /** One room for all files, instead of one for each folder. */
  roomName?: string | undefined;
  onStart?: (records: number) => void;
  onPage?: (records: number) => void;
};
type Target = { client: Client; workspaceId: string };

/** Without a target, only looks at what would be done. */
export async function importChat(target: Target | undefined, options: ImportOptions): Promise<Report> {
  const startedAt = performance.now();
  const surveys = await Promise.all(options.paths.map((path) => surveyFile(path, options.roomName)));
  const byRoom = Map.groupBy(
    surveys.toSorted((a, b) => a.firstAt - b.firstAt),
    ({ roomName }) => roomName,
  );
  const counts = noCounts();
  options.onStart?.(surveys.reduce((sum, { records }) => sum + records, 0));
  for (const [roomName, files] of byRoom) {
    if (target) await importRoom(target, roomName, files, counts, options);
    else await rehearse(files, counts);
  }
  const { roots, lateRooms, ...rest } = counts;
  const seconds = (performance.now() - startedAt) / 1_000;
  return {
    ...rest,
    dryRun: target === undefined,
    rooms: [...byRoom.keys()],
    lateRooms: [...lateRooms],
    threads: roots.size,
    people: [...byRoom.values()].reduce((sum, files) => sum + nicksOf(files).length, 0),
    skipped: surveys.flatMap(({ skipped }) => skipped),
    seconds: Math.round(seconds * 10) / 10,
    perSecond: Math.round(counts.imported / seconds),
  };
}

async function importRoom(
  target: Target,
  name: string,
  files: Survey[],
  counts: Counts,
  options: ImportOptions,
): Promise<void> {
  const { client, workspaceId } = target;
  const filling = await openChannel(client, workspaceId, name);
  const { room } = filling;
  await whileQuiet(client, filling, async () => {
    const people = await bringPeople(client, room, nicksOf(files));
    for (const survey of files) {
      const messages = convertFile({ survey, roomId: room.id, counts, ...people });
      await sendPages(client, room.id, messages, ({ imported, known, lastAt }) => {
        counts.imported += imported;
        counts.known += known;
        if (imported > 0 && room.lastMessageAt !== null && lastAt < room.lastMessageAt) counts.lateRooms.add(name);
        options.onPage?.(imported + known);
      });
    }
  });
}

async function rehearse(files: Survey[], counts: Counts): Promise<void> {
  const nicks = nicksOf(files);
  const handles = createHandles(nicks.map((nick) => ({ nick, handle: nick })));
  for (const survey of files) {
    for await (const _ of convertFile({ survey, roomId: "", accountIds: new Map(), handles, counts }));
  }
}

const nicksOf = (files: readonly Survey[]): string[] => [...new Set(files.flatMap(({ nicks }) => [...nicks]))];
