/** What each provider says, through its own wire format over a socket, comes out as the same parts. */
import { afterAll, describe, expect, test } from "bun:test";
import { fakeModel } from "@althing/testkit";
import type { ModelRequest } from "./index.ts";
import {
  allOf,
  apiKey,
  endOf,
  endpointOf,
  faultOf,
  heeding,
  hello,
  never,
  openTable,
  spoken,
  textOf,
} from "./models.fixture.ts";

const { callTool, cut, endEarly, faultWithin, finish, raw, report, say, think, waitFor } = fakeModel;

const table = await openTable();
const { provider, models } = table;
afterAll(() => provider.stop());

const weather: ModelRequest = {
  ...hello,
  tools: [
    {
      name: "weather",
      description: "Tells the weather.",
      inputSchema: { type: "object", properties: { place: { type: "string" }, days: { type: "integer" } } },
    },
  ],
};

describe.each(spoken)("%s", (by) => {
  const ask = (request: ModelRequest, signal = never) => models.stream(endpointOf(provider, by), request, { signal });

  test("Ana's question arrives with the key, and the answer comes piece by piece with what it cost", async () => {
    provider.answer(() => say("I am", " a fake,", " Ana."));
    const parts = await allOf(ask({ ...hello, temperature: 0.5, maxOutputTokens: 300 }));
    expect(textOf(parts)).toBe("I am a fake, Ana.");
    expect(parts.filter(({ kind }) => kind === "text")).toHaveLength(3);
    const heard = provider.heard.at(-1);
    expect(heard).toMatchObject({ modelId: "fake-large", key: apiKey, prompt: "You are kind.\nHello, who are you?" });
    expect(JSON.stringify(heard?.body)).toContain("300");
    const { inputTokens, outputTokens } = heard?.counted ?? {};
    expect(endOf(parts)).toMatchObject({ reason: "stop", usage: { inputTokens, outputTokens, quality: "reported" } });
    expect(endOf(parts)).toMatchObject({ modelId: "fake-large" });
  });

  test("the first piece is there before the second was written", async () => {
    const gate = Promise.withResolvers<void>();
    provider.answer(() => [...say("early"), waitFor(gate.promise), ...say(" late")]);
    const parts = ask(hello)[Symbol.asyncIterator]();
    expect((await parts.next()).value).toEqual({ kind: "text", text: "early" });
    gate.resolve();
    expect((await parts.next()).value).toEqual({ kind: "text", text: " late" });
    await parts.next();
    await parts.next();
  });

  test("tools are offered and called, two at once, after some words", async () => {
    const [first, second] = [{ place: "Oslo", days: 3 }, {}];
    provider.answer(() => [...say("I look."), callTool("weather", first, "a"), callTool("weather", second, "b")]);
    const parts = await allOf(ask(weather));
    expect([...(provider.heard.at(-1)?.tools.keys() ?? [])]).toEqual(["weather"]);
    const calls = parts.flatMap((part) => (part.kind === "tool_call" ? [part] : []));
    expect(calls).toMatchObject([
      { name: "weather", arguments: first },
      { name: "weather", arguments: second },
    ]);
    expect(calls[0]?.id).not.toBe(calls[1]?.id);
    expect(endOf(parts)?.reason).toBe("tool_calls");
  });

  test("what a tool gave goes back, also where it failed", async () => {
    provider.answer(() => say("It rains in Oslo."));
    const call = (id: string) => ({ id, name: "weather", arguments: { place: "Oslo" } });
    await allOf(
      ask({
        ...weather,
        messages: [
          ...weather.messages,
          { role: "assistant", text: "", toolCalls: [call("a"), call("b")] },
          { role: "tool", callId: "a", name: "weather", output: "Rain, 7 degrees", failed: false },
          { role: "tool", callId: "b", name: "weather", output: "The station is closed", failed: true },
        ],
      }),
    );
    const { answersTool, body } = provider.heard.at(-1) ?? {};
    expect(answersTool).toBe(true);
    expect(JSON.stringify(body)).toContain("Rain, 7 degrees");
    expect(JSON.stringify(body)).toContain("The station is closed");
  });

  test("a picture and a file of text go along", async () => {
    provider.answer(() => say("A red dot and a poem."));
    const bytes = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]);
    const poem = new TextEncoder().encode("Roses are red");
    await allOf(
      ask({
        messages: [
          {
            role: "user",
            parts: [
              { kind: "text", text: "What is this?" },
              { kind: "image", mediaType: "image/png", bytes },
              { kind: "file", mediaType: "text/plain", bytes: poem, name: "poem.txt" },
            ],
          },
        ],
      }),
    );
    const sent = JSON.stringify(provider.heard.at(-1)?.body);
    expect(sent).toContain(Buffer.from(bytes).toString("base64"));
    expect(sent).toContain("Roses are red");
  });

  test("cached and reasoning tokens are told where they are told", async () => {
    const usage = {
      inputTokens: 1_000,
      cachedInputTokens: 800,
      outputTokens: 50,
      reasoningTokens: by === "anthropic" ? 0 : 20,
    };
    provider.answer(() => [...say("Yes."), report(usage)]);
    expect(endOf(await allOf(ask(hello)))?.usage).toEqual({ ...usage, cacheWriteTokens: 0, quality: "reported" });
  });

  test("an answer that ran out of room says so", async () => {
    provider.answer(() => [...say("Once upon a"), finish("length")]);
    expect(endOf(await allOf(ask(hello)))?.reason).toBe("length");
  });

  test("an answer that the provider held back says so", async () => {
    provider.answer(() => [...say("I"), finish("content_filter")]);
    expect(endOf(await allOf(ask(hello)))?.reason).toBe("content_filter");
  });

  test.each([
    ["the socket is closed", cut],
    ["the stream ends without an end", endEarly],
  ])("%s in the middle: what had come is kept, its cost estimated", async (_, broken) => {
    const read = Promise.withResolvers<void>();
    provider.answer(() => [...say("Half of an"), waitFor(read.promise), broken]);
    const fault = await faultOf(heeding(ask(hello), read.resolve));
    expect(fault).toMatchObject({ kind: "cut", text: "Half of an", fallsOver: false, retryable: true });
    expect(fault.usage.quality).toBe("estimated");
    expect(fault.usage.inputTokens).toBeGreaterThan(5);
    expect(fault.usage.outputTokens).toBeGreaterThan(1);
  });

  test("Ana stops: the provider is let go, and what had come is told", async () => {
    const gate = Promise.withResolvers<void>();
    provider.answer(() => [...say("A long st"), waitFor(gate.promise), ...say("ory")]);
    const stop = new AbortController();
    const fault = await faultOf(heeding(ask(hello, stop.signal), () => stop.abort()));
    expect(fault).toMatchObject({ kind: "stopped", text: "A long st", retryable: false, fallsOver: false });
    expect(fault.usage).toMatchObject({ quality: "estimated" });
    expect(await provider.heard.at(-1)?.ended).toBe(true);
    gate.resolve();
  });

  test("a reader who simply leaves lets the provider go, too", async () => {
    provider.answer(() => [...say("Hello"), fakeModel.stall]);
    for await (const _ of ask(hello)) break;
    expect(await provider.heard.at(-1)?.ended).toBe(true);
    expect(models.health().every(({ running }) => running === 0)).toBe(true);
  });

  test("a fault that is told within the stream is one", async () => {
    provider.answer(() => [
      ...say("Well"),
      faultWithin(by === "google" ? "UNAVAILABLE" : "overloaded_error", "Overloaded"),
    ]);
    expect(await faultOf(ask(hello))).toMatchObject({ kind: "overloaded", text: "Well", fallsOver: false });
  });

  test("garbage on the wire is a fault of the provider's", async () => {
    provider.answer(() => [...say("Well"), raw("data: {this is no json\n\ndata: [1,\n\n")]);
    expect(await faultOf(ask(hello))).toMatchObject({ kind: "unavailable", text: "Well" });
  });
});

test.each(spoken.filter((by) => by !== "openai chat"))(
  "%s: what the model thinks is kept apart from what it says",
  async (by) => {
    provider.answer(() => [...think("Hm,", " a greeting."), ...say("Hello.")]);
    const parts = await allOf(models.stream(endpointOf(provider, by), hello, { signal: never }));
    const thoughts = parts.flatMap((part) => (part.kind === "reasoning" ? [part.text] : []));
    expect([thoughts.join(""), textOf(parts)]).toEqual(["Hm, a greeting.", "Hello."]);
  },
);

test.each(spoken.filter((by) => by !== "google"))("%s: arguments that are no JSON are told, not thrown", async (by) => {
  provider.answer(() => [callTool("weather", '{"place": "Oslo", "days": ')]);
  const parts = await allOf(models.stream(endpointOf(provider, by), weather, { signal: never }));
  expect(parts[0]).toMatchObject({ kind: "invalid_tool_call", name: "weather", text: '{"place": "Oslo", "days": ' });
  expect(endOf(parts)?.reason).toBe("tool_calls");
});

test("google: arguments that are no JSON end the answer", async () => {
  provider.answer(() => [...say("I look."), callTool("weather", "{oops")]);
  const parts = await allOf(models.stream(endpointOf(provider, "google"), weather, { signal: never }));
  expect(textOf(parts)).toBe("I look.");
  expect(endOf(parts)?.reason).toBe("other");
});

test("where a compatible server reports nothing, the cost is estimated and says so", async () => {
  provider.answer(() => [...say("Some words of an answer."), report(null)]);
  const parts = await allOf(models.stream(endpointOf(provider, "compatible"), hello, { signal: never }));
  expect(endOf(parts)?.usage).toMatchObject({ quality: "estimated", outputTokens: 6 });
});

test("a compatible server without a key is asked without one", async () => {
  provider.answer(() => say("Hello."));
  await allOf(models.stream({ ...endpointOf(provider, "compatible"), apiKey: null }, hello, { signal: never }));
  expect(provider.heard.at(-1)?.headers.has("authorization")).toBe(false);
});

test("no log has heard of the key or of what was said", () => {
  expect(table.logLines.join("\n")).not.toMatch(new RegExp(`${apiKey}|who are you`));
});
