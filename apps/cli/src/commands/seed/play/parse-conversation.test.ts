import { expect, test } from "bun:test";
import { readdir, readFile } from "node:fs/promises";
import { cast } from "../cast.ts";
import { seedRooms } from "../rooms.ts";
import { parseConversation } from "./parse-conversation.ts";

const now = new Date("2026-11-20T15:30:00Z");
const folder = new URL("../conversations/", import.meta.url);
const conversations = async () =>
  Promise.all(
    seedRooms.map(async (room) => ({
      room,
      ...parseConversation(await readFile(new URL(`${room.file}.chat`, folder), "utf8"), now),
    })),
  );

test("lines know their time, their thread and what came to them", () => {
  const { lines, readCount } = parseConversation(
    "day -1 08:00\nana: Hi **all**\n+ 👍 ben me\n~ Hi\n?\n> ben: Ha\n^\nday 0 -10\nana: One\\ntwo",
    now,
  );
  expect(lines[0]).toMatchObject({
    author: "ana",
    reactions: [{ emoji: "👍", by: ["ben", "me"] }],
    editedTo: "Hi",
    root: undefined,
  });
  expect(lines[0]?.at.toISOString()).toBe("2026-11-19T08:00:00.000Z");
  expect(lines[1]).toMatchObject({ author: "ben", root: 0, isPinned: true });
  expect(lines[2]).toMatchObject({ text: "One\ntwo", at: new Date("2026-11-20T15:20:00Z") });
  expect(readCount).toBe(1);
});

test("every conversation has its room, and every room its conversation", async () => {
  expect((await readdir(folder)).toSorted()).toEqual(seedRooms.map(({ file }) => `${file}.chat`).toSorted());
});

test("who speaks or reacts in a room is in it, and time goes forward up to now", async () => {
  const handles = new Set(cast.map(({ handle }) => handle));
  for (const { room, lines } of await conversations()) {
    const present = new Set(["me", ...room.members]);
    const heard = lines.flatMap(({ author, reactions }) => [author, ...reactions.flatMap(({ by }) => by)]);
    expect({ room: room.file, strangers: heard.filter((one) => !present.has(one)) }).toEqual({
      room: room.file,
      strangers: [],
    });
    expect(room.members.filter((one) => !handles.has(one))).toEqual([]);
    const times = lines.map(({ at }) => at.getTime());
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(times.at(-1)).toBeLessThan(now.getTime());
    expect(lines.filter(({ isPinned }) => isPinned).length).toBeLessThanOrEqual(3);
  }
});

test("something waits for the owner in most rooms, but little", async () => {
  const waiting = (await conversations()).map(({ lines, readCount }) => lines.length - readCount);
  expect(waiting.every((count) => count > 0 && count <= 6)).toBe(true);
});
