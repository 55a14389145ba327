import { expect, test } from "bun:test";
import { messages } from "@althing/contract";
import { messageIdOf } from "./message-id.ts";

const place = {
  roomId: "01930c2e-7a54-7c3b-9d0a-3f5b8e2c1d47",
  source: "2004-12-25.jsonl",
  line: 7,
  at: 1_103_966_040_000,
};

test("a line has the same id each time, a UUIDv7 of its time", async () => {
  const id = await messageIdOf(place);
  expect(await messageIdOf({ ...place })).toBe(id);
  expect(messages.MessageId.safeParse(id).success).toBe(true);
  expect(id[14]).toBe("7");
  expect(Number.parseInt(id.slice(0, 13).replace("-", ""), 16)).toBe(place.at);
});

test("another line, file or room makes another id", async () => {
  const others = [{ line: 8 }, { source: "2005-12-03.jsonl" }, { roomId: "another" }].map((other) =>
    messageIdOf({ ...place, ...other }),
  );
  expect(new Set([await messageIdOf(place), ...(await Promise.all(others))]).size).toBe(4);
});
