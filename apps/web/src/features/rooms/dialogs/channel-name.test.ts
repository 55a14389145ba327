import { expect, test } from "bun:test";
import { channelNameOf } from "./channel-name.ts";

test.each([
  ["Harbour", "harbour"],
  ["  # Ships and  weather ", "ships-and-weather"],
  ["ÖRESUND", "öresund"],
  ["##", ""],
])("%j becomes the channel %j", (typed, name) => {
  expect(channelNameOf(typed)).toBe(name);
});
