import { expect, test } from "bun:test";
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
