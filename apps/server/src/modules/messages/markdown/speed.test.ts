import { expect, test } from "bun:test";
import { processorMs } from "@althing/testkit";
import { type Mentionable, renderMessage } from "./index.ts";

const ana: Mentionable = { kind: "account", id: "account-ana", name: "Ana" };
const context = { mentions: new Map([["ana", ana]]) };
const typical = [
  "ok",
  "Yes, I think we can ship it on Friday.",
  "lgtm 👍",
  "Can @ana have a look at the **deploy**?",
  "see https://a.example/issues/1 for more",
  "it's in `config.ts`, line 12",
  "Thanks! That fixed it for me; the build is green again.",
  "What about the second option: keep both?",
  "line one\nline two",
  "- first\n- second ||surprise||",
];

const measureRate = (bodies: readonly string[]) => {
  const rounds = 2_000;
  const took = processorMs(() => {
    for (let round = 0; round < rounds; round++) for (const body of bodies) renderMessage(body, context);
  });
  return Math.round((rounds * bodies.length * 1_000) / took);
};

// The goal is 25,000 a second on a quiet machine; the bound only catches a collapse.
test("typical short messages render fast", () => {
  measureRate(typical);
  const rate = measureRate(typical);
  process.stdout.write(`${rate.toLocaleString("en")} typical messages a second\n`);
  expect(rate).toBeGreaterThan(5_000);
});
