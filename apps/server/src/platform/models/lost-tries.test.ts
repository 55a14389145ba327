/** What tries cost that were given up before their first token: told once each, as the provider reported it or by our estimate. */
import { afterAll, describe, expect, test } from "bun:test";
import { fakeModel } from "@althing/testkit";
import { createModels, type TokenUsage } from "./index.ts";
import { allOf, endOf, endpointOf, faultOf, hello, never, openTable, spoken, textOf } from "./models.fixture.ts";

const { cut, endEarly, faultWithin, refuse, reportSoFar, say, stall } = fakeModel;
const { provider, models, egress } = await openTable();
afterAll(() => provider.stop());

let keys = 0;
/** Answers with one reply after the other, and gives what was lost on the way. */
async function asking(by: (typeof spoken)[number], ...replies: fakeModel.Reply[]) {
  provider.answer(() => replies.shift() ?? []);
  const endpoint = { ...endpointOf(provider, by), credentialId: `lost-${++keys}` };
  const lost: [number, TokenUsage][] = [];
  const onLost = (index: number, usage: TokenUsage) => void lost.push([index, usage]);
  const limits = { retries: 2, firstTokenMs: 1_000 };
  return { parts: models.streamFirst([endpoint], hello, { signal: never, limits, onLost }), lost };
}

const usage = { inputTokens: 1_234, cachedInputTokens: 1_000, outputTokens: 7 };

describe.each(spoken)("%s", (by) => {
  test("what was reported before a fault is lost to the last token, each time, and the answer has its own", async () => {
    const failing = [reportSoFar(usage), faultWithin("server_error", "The server is overloaded"), endEarly];
    const { parts, lost } = await asking(by, failing, failing, say("Here", " I am."));
    const all = (await allOf(parts)).filter((part) => part.kind !== "chosen");
    expect(textOf(all)).toBe("Here I am.");
    const told = { ...usage, cacheWriteTokens: 0, reasoningTokens: 0, quality: "reported" } as const;
    expect(lost).toEqual([
      [0, told],
      [0, told],
    ]);
    const { inputTokens, outputTokens } = provider.heard.at(-1)?.counted ?? {};
    expect(endOf(all)?.usage).toMatchObject({ inputTokens, outputTokens, quality: "reported" });
  });

  test("a stream that ends without a word has read the question, by our count", async () => {
    const { parts, lost } = await asking(by, [endEarly], say("Here I am."));
    await allOf(parts);
    const inputTokens = models.countRequest(hello);
    expect(lost).toMatchObject([[0, { inputTokens, outputTokens: 0, quality: "estimated" }]]);
  });

  test("who refuses, or cannot be reached, has cost nothing", async () => {
    const { parts, lost } = await asking(by, [refuse(503)], [cut], say("Here I am."));
    await allOf(parts);
    expect(lost).toEqual([]);
  });

  test("the last try is told with its fault, not twice", async () => {
    const failing = [reportSoFar(usage), faultWithin("server_error", "The server is overloaded"), endEarly];
    const { parts, lost } = await asking(by, failing, failing, failing);
    expect((await faultOf(parts)).usage).toMatchObject({ inputTokens: 1_234, quality: "reported" });
    expect(lost).toHaveLength(2);
  });
});

test("what we broke off ourselves may have used more than it told", async () => {
  const { parts } = await asking("compatible", [reportSoFar(usage), stall]);
  expect(await faultOf(parts)).toMatchObject({
    kind: "first_token_timeout",
    usage: { inputTokens: 1_234, quality: "estimated" },
  });
});

test("a recording whose answer breaks off and that is sent again may have been paid twice", async () => {
  const answers = ["", JSON.stringify({ text: "Aye", usage: { type: "duration", seconds: 2 } })];
  const server = Bun.listen({
    hostname: "127.0.0.1",
    port: 0,
    socket: {
      data(socket) {
        const body = answers.shift() ?? "";
        // The first promises more than it sends.
        const length = body.length || 100;
        socket.write(`HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\n\r\n${body}`);
        socket.end();
      },
    },
  });
  const baseUrl = `http://127.0.0.1:${server.port}/v1`;
  const endpoint = { ...endpointOf(provider, "compatible"), baseUrl, credentialId: "lost-voice" };
  const lost: unknown[] = [];
  const options = { signal: never, onLost: (one: unknown) => void lost.push(one) };
  const recording = { mediaType: "audio/wav", bytes: new Uint8Array(8) };
  const retrying = createModels({ egress, random: () => 0, limits: () => ({ retries: 2 }) });
  expect(await retrying.transcribe(endpoint, recording, options)).toMatchObject({ text: "Aye", seconds: 2 });
  expect(lost).toEqual([null]);
  server.stop(true);
});
