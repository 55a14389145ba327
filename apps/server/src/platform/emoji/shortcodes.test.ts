import { expect, test } from "bun:test";
import github from "emojibase-data/en/shortcodes/github.json";
import { findUnicodeEmoji } from "./index.ts";

test.each([
  ["smile", "😄"],
  ["+1", "👍"],
  ["thumbsup_tone3", "👍🏽"],
  ["heart", "❤️"],
  ["cat", "🐱"],
  ["man_technologist", "👨‍💻"],
  ["party_face", undefined],
  ["regional_indicator_a", undefined],
  ["constructor", undefined],
  ["", undefined],
])("%j is %j", (shortcode, emoji) => {
  expect(findUnicodeEmoji(shortcode)).toBe(emoji as string);
});

test("every name that GitHub knows is that of one emoji as people see it", () => {
  const names = Object.values(github).flat();
  expect(names.length).toBeGreaterThan(1_800);
  expect(names.filter((name) => !/^\p{RGI_Emoji}$/v.test(findUnicodeEmoji(name) ?? ""))).toEqual([]);
});
