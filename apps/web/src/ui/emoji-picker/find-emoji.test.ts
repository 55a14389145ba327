import { expect, test } from "bun:test";
import { emojiGroups, loadEmoji } from "./emoji-data.ts";
import { findEmoji } from "./find-emoji.ts";

const found = async (query: string, language = "en") =>
  (await findEmoji(query, 3, { language, custom: [{ name: "party_parrot", url: "/parrot.webp" }] })).map(
    ({ text }) => text,
  );

test("an emoji is found by its shortcode, its name and its other words", async () => {
  expect((await found("tada"))[0]).toBe("🎉");
  expect((await found(":+1"))[0]).toBe("👍");
  expect((await found("party popper"))[0]).toBe("🎉");
  expect(await found("parrot")).toContain(":party_parrot:");
  expect(await found("")).toEqual([]);
  expect(await found("nothing of that name")).toEqual([]);
});

test("names are in the reader's language, shortcodes in everyone's", async () => {
  expect(await found("konfetti", "de")).toContain("🎉");
  expect((await found("tada", "de"))[0]).toBe("🎉");
  expect((await found("tada", "ar"))[0]).toBe("🎉");
});

test("every group has emoji, and a hand has five tones", async () => {
  const all = await loadEmoji("en");
  expect([...new Set(all.map(({ group }) => group))].toSorted()).toEqual([...emojiGroups].toSorted());
  expect(all.find(({ name }) => name === "waving hand")?.skins).toHaveLength(5);
  expect(all.find(({ name }) => name === "handshake")?.skins).toHaveLength(5);
});
