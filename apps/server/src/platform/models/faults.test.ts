/** Whatever a provider does wrong ends as a fault of a known kind, soon, with the memory bounded and the key unsaid. */
import { afterAll, afterEach, describe, expect, test } from "bun:test";
import { fakeModel } from "@althing/testkit";
import { createEgress } from "../egress/index.ts";
import { createLog } from "../telemetry/index.ts";
import { createModels, type ModelFaultKind, type ModelLimits } from "./index.ts";
import {
  allOf,
  apiKey,
  endpointOf,
  faultOf,
  heeding,
  hello,
  never,
  openTable,
  type Spoken,
  spoken,
} from "./models.fixture.ts";

const { answerWith, callTool, flood, raw, refuse, say, stall, waitFor } = fakeModel;

const { provider, models, logLines, metrics } = await openTable();
afterAll(() => provider.stop());

/** Faults of one test are not to spare the model in the next. */
let credential = 0;
afterEach(() => {
  credential += 1;
});
const ask = (by: Spoken, limits: Partial<ModelLimits> = {}) =>
  models.stream({ ...endpointOf(provider, by), credentialId: `credential-${credential}` }, hello, {
    signal: never,
    limits,
  });

const tooLong: Record<Spoken, unknown> = {
  "openai chat": { error: { message: "Too long.", type: "invalid_request_error", code: "context_length_exceeded" } },
  "openai responses": { error: { message: "Your input exceeds the context window of this model.", code: null } },
  anthropic: {
    type: "error",
    error: { type: "invalid_request_error", message: "prompt is too long: 213462 tokens > 200000 maximum" },
  },
  google: {
    error: {
      code: 400,
      message: "The input token count (1200000) exceeds the maximum number",
      status: "INVALID_ARGUMENT",
    },
  },
  compatible: { object: "error", message: "This model's maximum context length is 4096 tokens.", code: 400 },
};
const heldBack = {
  error: { message: "Your request was rejected by our content policy.", code: "content_policy_violation" },
};
const noMoney = {
  error: { message: "You exceeded your current quota.", type: "insufficient_quota", code: "insufficient_quota" },
};
const wrongKey = {
  error: { code: 400, message: "API key not valid. Please pass a valid API key.", status: "INVALID_ARGUMENT" },
};

describe.each(spoken)("%s", (by) => {
  test.each<[number, ModelFaultKind, boolean, boolean, unknown]>([
    [400, "bad_request", false, false, undefined],
    [400, "context_too_long", false, false, tooLong[by]],
    [400, "refused", false, false, heldBack],
    [400, "auth", false, false, wrongKey],
    [401, "auth", false, false, undefined],
    [403, "auth", false, false, undefined],
    [404, "bad_request", false, false, undefined],
    [413, "context_too_long", false, false, undefined],
    [402, "rate_limited", false, true, undefined],
    [429, "rate_limited", true, true, undefined],
    [429, "rate_limited", false, true, noMoney],
    [500, "unavailable", true, true, undefined],
    [502, "unavailable", true, true, undefined],
    [503, "overloaded", true, true, undefined],
    [529, "overloaded", true, true, undefined],
  ])("a refusal with %d is “%s” (again: %p, another: %p)", async (status, kind, retryable, fallsOver, body) => {
    provider.answer(() => [refuse(status, {}, body)]);
    const fault = await faultOf(ask(by));
    expect({ kind: fault.kind, retryable: fault.retryable, fallsOver: fault.fallsOver }).toEqual({
      kind,
      retryable,
      fallsOver,
    });
    expect(fault.usage).toMatchObject({ inputTokens: 0, outputTokens: 0 });
  });

  test("who asks us to wait is told so in milliseconds", async () => {
    provider.answer(() => [refuse(429, { "retry-after": "20" })]);
    expect((await faultOf(ask(by))).retryAfterMs).toBe(20_000);
  });

  test("a model that never begins is given up", async () => {
    provider.answer(() => [stall]);
    const heard = provider.nextRequest();
    const fault = await faultOf(ask(by, { firstTokenMs: 500 }));
    expect(fault).toMatchObject({
      kind: "first_token_timeout",
      fallsOver: true,
      text: "",
      usage: { quality: "estimated" },
    });
    expect(await (await heard).ended).toBe(true);
  });

  test("a model that falls silent is given up, with what it said", async () => {
    provider.answer(() => [...say("And then"), stall]);
    const fault = await faultOf(ask(by, { tokenMs: 60 }));
    expect(fault).toMatchObject({ kind: "token_timeout", fallsOver: false, text: "And then" });
    expect(await provider.heard.at(-1)?.ended).toBe(true);
  });

  test("a slow reader is not the model's fault", async () => {
    const late = Promise.withResolvers<void>();
    provider.answer(() => say("One", " two", " three"));
    for await (const part of ask(by, { tokenMs: 300 })) {
      if (part.kind === "text" && part.text === "One") {
        setTimeout(late.resolve, 400);
        await late.promise;
      }
      if (part.kind === "end") expect(part.reason).toBe("stop");
    }
  });

  test("an answer without end is ended", async () => {
    const gate = Promise.withResolvers<void>();
    provider.answer(() => [...say("On"), waitFor(gate.promise)]);
    expect((await faultOf(ask(by, { totalMs: 80 }))).kind).toBe("total_timeout");
    gate.resolve();
  });

  test("ten megabytes are refused while they come", async () => {
    provider.answer(() => flood(10_000_000));
    const fault = await faultOf(ask(by));
    expect(fault.kind).toBe("too_large");
    expect(fault.text.length).toBeLessThanOrEqual(1024 ** 2);
  });

  test("arguments of ten megabytes are refused, too", async () => {
    provider.answer(() => [callTool("weather", JSON.stringify({ place: "x".repeat(10_000_000) }))]);
    expect((await faultOf(ask(by))).kind).toBe("too_large");
  });

  test("a line without end is refused", async () => {
    provider.answer(() => [raw(`data: ${"x".repeat(9_000_000)}`)]);
    expect((await faultOf(ask(by))).kind).toBe("too_large");
  });

  test.each([
    ["text/html", "<html><body>Please sign in to the proxy.</body></html>"],
    ["application/json", '{"choices":[]}'],
  ])("an answer of the kind %s is none", async (contentType, body) => {
    provider.answer(() => [answerWith(contentType, body)]);
    expect(await faultOf(ask(by))).toMatchObject({ kind: "unavailable", fallsOver: true });
  });

  test("a provider that is not there is the network's fault", async () => {
    const gone = await fakeModel.startModelProvider();
    await gone.stop();
    const endpoint = { ...endpointOf(gone, by), credentialId: "gone" };
    expect(await faultOf(models.stream(endpoint, hello, { signal: never }))).toMatchObject({
      kind: "network",
      retryable: true,
      fallsOver: true,
    });
  });

  test("a refused key is not repeated", async () => {
    const strict = await fakeModel.startModelProvider({ key: "another" });
    const fault = await faultOf(
      models.stream({ ...endpointOf(strict, by), credentialId: "strict" }, hello, { signal: never }),
    );
    expect(fault.kind).toBe("auth");
    expect(JSON.stringify([fault, fault.message, fault.stack, String(fault)])).not.toContain(apiKey);
    await strict.stop();
  });
});

test("what a provider says of a bad request is passed on without the key", async () => {
  provider.answer(({ key }) => [refuse(400, {}, { error: { message: `temperature is too high (for ${key})` } })]);
  expect((await faultOf(ask("compatible"))).detail).toBe("temperature is too high (for [key])");
});

test("nothing is asked of a private address, and whoever set it up is told why", async () => {
  const log = createLog({ level: "silent" });
  const guarded = createModels({ egress: createEgress({ allowedHosts: () => [], log }) });
  const asked = provider.heard.length;
  const fault = await faultOf(guarded.stream(endpointOf(provider, "compatible"), hello, { signal: never }));
  expect(fault).toMatchObject({ kind: "bad_request", fallsOver: false });
  expect(fault.detail).toContain("not on the public internet");
  expect(provider.heard).toHaveLength(asked);
});

test("who has stopped already asks nothing", async () => {
  const asked = provider.heard.length;
  const fault = await faultOf(
    models.stream(endpointOf(provider, "compatible"), hello, { signal: AbortSignal.abort() }),
  );
  expect(fault.kind).toBe("stopped");
  expect(provider.heard).toHaveLength(asked);
});

test.each(spoken)("%s: a call that was cut in half is not given out as one", async (by) => {
  const read = Promise.withResolvers<void>();
  const pieces = {
    "openai chat":
      'data: {"choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"id":"a","type":"function","function":{"name":"weather","arguments":"{\\"pl"}}]}}]}\n\n',
    compatible:
      'data: {"choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"id":"a","type":"function","function":{"name":"weather","arguments":"{\\"pl"}}]}}]}\n\n',
    "openai responses":
      'data: {"type":"response.output_item.added","output_index":1,"item":{"id":"fc","type":"function_call","call_id":"a","name":"weather","arguments":""}}\n\n',
    anthropic:
      'data: {"type":"content_block_start","index":1,"content_block":{"type":"tool_use","id":"a","name":"weather","input":{}}}\n\n',
    google:
      'data: {"candidates":[{"index":0,"content":{"role":"model","parts":[{"functionCall":{"name":"weather","args":{}}}]}}]}\n\n',
  };
  provider.answer(() => [...say("I look."), raw(pieces[by]), waitFor(read.promise), fakeModel.endEarly]);
  const kinds: string[] = [];
  const noting = (async function* () {
    for await (const part of heeding(ask(by), read.resolve)) {
      kinds.push(part.kind);
      yield part;
    }
  })();
  expect((await faultOf(noting)).kind).toBe("cut");
  expect(kinds).toEqual(["text"]);
});

test("what is too large is not taken to its end", async () => {
  provider.answer(() => flood(60_000_000));
  expect((await faultOf(ask("compatible"))).kind).toBe("too_large");
  expect(await provider.heard.at(-1)?.ended).toBe(true);
});

test("a log that is given a fault tells its kind, and nothing of what was said", async () => {
  provider.answer(() => [...say("Between us"), fakeModel.faultWithin("server_error", "about a secret")]);
  const fault = await faultOf(ask("compatible"));
  expect(fault.text).toBe("Between us");
  const lines: string[] = [];
  const log = createLog({ level: "info", destination: { write: (line: string) => void lines.push(line) } });
  log.warn({ err: fault }, "A model failed");
  expect(lines.join("")).toContain('"kind":"unavailable"');
  expect(lines.join("")).not.toMatch(/Between us|a secret/);
});

test("outcomes are counted for the operator, and no log knows the key", async () => {
  const text = await metrics.render();
  for (const outcome of ["rate_limited", "too_large", "first_token_timeout"]) {
    expect(text).toContain(`althing_model_calls_total{provider="anthropic",outcome="${outcome}"}`);
  }
  expect(text).not.toContain(apiKey);
  expect(logLines.join("\n")).not.toContain(apiKey);
});

test("two hundred answers at once come whole, and everything is given back", async () => {
  provider.answer(({ lastText }) => say("You are ", lastText, "."));
  const ends = await Promise.all(
    Array.from({ length: 200 }, async (_, index) => {
      const by = spoken[index % spoken.length] ?? "compatible";
      const request = { messages: [{ role: "user", parts: [{ kind: "text", text: `number ${index}` }] } as const] };
      const parts = await allOf(models.stream(endpointOf(provider, by), request, { signal: never }));
      expect(parts.map((part) => (part.kind === "text" ? part.text : "")).join("")).toBe(`You are number ${index}.`);
      return parts.at(-1)?.kind;
    }),
  );
  expect(new Set(ends)).toEqual(new Set(["end"]));
  expect(models.health().every(({ running }) => running === 0)).toBe(true);
});
