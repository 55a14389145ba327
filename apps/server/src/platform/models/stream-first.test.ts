/** Who answers when some cannot: another, before the first token only, and only where another would help. */
import { afterAll, expect, test } from "bun:test";
import { fakeModel } from "@althing/testkit";
import type { ModelEndpoint, ModelLimits } from "./index.ts";
import { allOf, endpointOf, faultOf, hello, never, openTable, textOf } from "./models.fixture.ts";

const { cut, endEarly, faultWithin, refuse, say, stall, waitFor } = fakeModel;

const { provider, models, metrics } = await openTable();
afterAll(() => provider.stop());

/** Each test asks with keys of its own: what one breaks does not spare the next. */
let keys = 0;
function pair(): [ModelEndpoint, ModelEndpoint] {
  keys += 1;
  const [first, second] = [endpointOf(provider, "openai responses"), endpointOf(provider, "anthropic")];
  return [
    { ...first, modelId: "first", credentialId: `first-${keys}` },
    { ...second, modelId: "second", credentialId: `second-${keys}` },
  ];
}

const ask = (endpoints: readonly ModelEndpoint[], limits: Partial<ModelLimits> = {}) =>
  models.streamFirst(endpoints, hello, { signal: never, limits });

const bySecond = (first: fakeModel.Reply) => (request: fakeModel.HeardRequest) =>
  request.modelId === "first" ? first : say("I am", " the second.");

test("while the first answers, the second is not asked", async () => {
  provider.answer(({ modelId }) => say(`I am ${modelId}.`));
  const before = provider.heard.length;
  const [chosen, ...parts] = await allOf(ask(pair()));
  expect(chosen).toEqual({ kind: "chosen", index: 0, passedOver: [] });
  expect(textOf(parts.filter((part) => part.kind !== "chosen"))).toBe("I am first.");
  expect(provider.heard).toHaveLength(before + 1);
});

test.each([
  ["is overloaded", "overloaded", [refuse(529)]],
  ["is broken", "unavailable", [refuse(500)]],
  ["asks for patience", "rate_limited", [refuse(429, { "retry-after": "60" })]],
  [
    "has no quota left",
    "rate_limited",
    [refuse(429, {}, { error: { code: "insufficient_quota", message: "No quota." } })],
  ],
  ["never begins", "first_token_timeout", [stall]],
  ["hangs up at once", "network", [cut]],
  ["ends without a word", "cut", [endEarly]],
  ["complains in the stream", "overloaded", [faultWithin("server_error", "The server is overloaded")]],
] as const)("where the first %s, the second answers, and it is told why", async (_, fault, reply) => {
  provider.answer(bySecond([...reply]));
  const [chosen, ...parts] = await allOf(ask(pair(), { firstTokenMs: 1_000, retries: 0 }));
  expect(chosen).toEqual({ kind: "chosen", index: 1, passedOver: [{ index: 0, fault }] });
  expect(parts.at(-1)).toMatchObject({ kind: "end", modelId: "second" });
});

test.each([
  ["auth", 401, undefined],
  ["bad_request", 400, undefined],
  ["context_too_long", 400, { error: { code: "context_length_exceeded", message: "Too long." } }],
  ["refused", 400, { error: { code: "content_policy_violation", message: "No." } }],
] as const)("nobody else is asked what the first refuses as “%s”", async (kind, status, body) => {
  provider.answer(bySecond([refuse(status, {}, body)]));
  const before = provider.heard.length;
  expect((await faultOf(ask(pair()))).kind).toBe(kind);
  expect(provider.heard.slice(before).map(({ modelId }) => modelId)).toEqual(["first"]);
});

test.each([
  ["breaks off", "cut", cut],
  ["falls silent", "token_timeout", stall],
  ["complains", "overloaded", faultWithin("server_error", "The server is overloaded")],
] as const)("nobody else goes on where the first %s after a word", async (_, kind, step) => {
  const read = Promise.withResolvers<void>();
  provider.answer(bySecond([...say("I am"), waitFor(read.promise), step]));
  const before = provider.heard.length;
  const parts = ask(pair(), { tokenMs: 60 });
  const noting = (async function* () {
    for await (const part of parts) {
      if (part.kind === "text") read.resolve();
      yield part;
    }
  })();
  expect(await faultOf(noting)).toMatchObject({ kind, text: "I am", fallsOver: false });
  expect(provider.heard.slice(before).map(({ modelId }) => modelId)).toEqual(["first"]);
});

test("not even where it had only thought, or begun to call a tool", async () => {
  const begun =
    'data: {"type":"response.output_item.added","output_index":0,"item":{"type":"function_call","id":"f","call_id":"a","name":"weather","arguments":""}}\n\n' +
    'data: {"type":"response.function_call_arguments.delta","item_id":"f","output_index":0,"delta":"{"}\n\n';
  provider.answer(bySecond([fakeModel.raw(begun), endEarly]));
  expect(await faultOf(ask(pair()))).toMatchObject({ kind: "cut", hasBegun: true, fallsOver: false });
});

test("where nobody can, the last one's fault is told", async () => {
  provider.answer(({ modelId }) => [refuse(modelId === "first" ? 500 : 503)]);
  expect((await faultOf(ask(pair(), { retries: 0 }))).kind).toBe("overloaded");
});

test("where there is nobody, that is told", async () => {
  expect((await faultOf(ask([]))).kind).toBe("bad_request");
});

test("Ana stops while the first keeps her waiting: the second is left in peace", async () => {
  provider.answer(() => [stall]);
  const before = provider.heard.length;
  const stop = new AbortController();
  const heard = provider.nextRequest();
  const fault = faultOf(models.streamFirst(pair(), hello, { signal: stop.signal }));
  await heard;
  stop.abort();
  expect((await fault).kind).toBe("stopped");
  expect(provider.heard).toHaveLength(before + 1);
});

test("who fails for a moment is asked again, with the same words", async () => {
  const replies = [[refuse(503)], [refuse(429, { "retry-after-ms": "1" })], say("Here I am.")];
  provider.answer(() => replies.shift() ?? []);
  const before = provider.heard.length;
  const [endpoint] = pair();
  const parts = await allOf(models.stream(endpoint, hello, { signal: never, limits: { retries: 2 } }));
  expect(textOf(parts)).toBe("Here I am.");
  expect(new Set(provider.heard.slice(before).map(({ body }) => JSON.stringify(body))).size).toBe(1);
  expect(provider.heard).toHaveLength(before + 3);
});

test("who asks for more patience than we have is not asked again", async () => {
  const date = new Date(Date.now() + 90_000).toUTCString();
  provider.answer(() => [refuse(429, { "retry-after": date })]);
  const before = provider.heard.length;
  const [endpoint] = pair();
  const fault = await faultOf(models.stream(endpoint, hello, { signal: never, limits: { retries: 2 } }));
  expect(fault.retryAfterMs).toBeGreaterThan(80_000);
  expect(provider.heard).toHaveLength(before + 1);
});

test("an answer is counted once, whatever was tried before it", async () => {
  const counted = async () =>
    /althing_model_tokens_total\{provider="anthropic",direction="output"\} (\d+)/.exec(await metrics.render())?.[1];
  const before = Number((await counted()) ?? 0);
  provider.answer(bySecond([refuse(500)]));
  await allOf(ask(pair(), { retries: 0 }));
  expect(Number(await counted()) - before).toBe(provider.heard.at(-1)?.counted.outputTokens ?? 0);
});
