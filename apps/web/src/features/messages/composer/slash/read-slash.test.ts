import { expect, test } from "bun:test";
import { readDuration, readHandles, readSlash, readStatus, withoutEscape } from "./read-slash.ts";

test("a message that begins with a command is one; a path and an escaped slash are not", () => {
  expect(readSlash("/Topic  Tides\nand weather ")).toEqual({ name: "topic", argument: "Tides\nand weather" });
  expect(readSlash("/leave")).toEqual({ name: "leave", argument: "" });
  for (const text of ["/usr/bin/env", "//topic", "/ topic", "a /topic", "/"]) expect(readSlash(text)).toBeUndefined();
  expect(withoutEscape("//topic is a command")).toBe("/topic is a command");
});

test("durations have a unit, else they are minutes", () => {
  expect(["45", "30m", "2h", "1d", "soon", ""].map(readDuration)).toEqual([
    2_700_000,
    1_800_000,
    7_200_000,
    86_400_000,
    undefined,
    undefined,
  ]);
});

test("a status may begin with its emoji", () => {
  expect(readStatus("🌊 At the harbour")).toEqual({ emoji: "🌊", text: "At the harbour" });
  expect(readStatus(":wave: Hello")).toEqual({ emoji: ":wave:", text: "Hello" });
  expect(readStatus("Hello")).toEqual({ emoji: null, text: "Hello" });
});

test("handles are read as the server does: not in code, not in addresses, each once", () => {
  expect(readHandles("Hi @Ben, @ben and (@cem-k.): @room!")).toEqual(["ben", "cem-k", "room"]);
  expect(readHandles("mail ana@ben.example or `@cem` or\n```\n@gus\n```\n@eve")).toEqual(["eve"]);
  expect(readHandles("```\n@gus")).toEqual([]);
});
