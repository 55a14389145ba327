/** A model that keeps failing is spared, a key that is crowded says so, and both are seen. */
import { afterAll, afterEach, expect, test } from "bun:test";
import { fakeModel } from "@althing/testkit";
import { Breaker } from "./breaker.ts";
import { createModels, type ModelEndpoint } from "./index.ts";
import { allOf, endpointOf, faultOf, hello, never, openTable } from "./models.fixture.ts";

const { refuse, say, stall, waitFor } = fakeModel;

const { provider, models, egress, pass } = await openTable();
afterAll(() => provider.stop());

let credential = 0;
afterEach(() => {
  credential += 1;
});
const endpoint = (): ModelEndpoint => ({ ...endpointOf(provider, "compatible"), credentialId: `key-${credential}` });
const ask = (to = endpoint()) => models.stream(to, hello, { signal: never });
const healthOf = ({ credentialId }: ModelEndpoint) => models.health().find((one) => one.credentialId === credentialId);

async function fail(times: number): Promise<void> {
  provider.answer(() => [refuse(500)]);
  for (let time = 0; time < times; time++) await faultOf(ask());
}

test("after five faults in a row the model is spared, and asked again after half a minute", async () => {
  await fail(4);
  expect(healthOf(endpoint())).toMatchObject({ state: "closed", lastFault: "unavailable", running: 0 });
  await fail(1);
  expect(healthOf(endpoint())?.state).toBe("open");
  expect(healthOf(endpoint())?.lastFaultAt).toBeInstanceOf(Date);
  const asked = provider.heard.length;
  expect(await faultOf(ask())).toMatchObject({ kind: "breaker_open", retryable: true, fallsOver: true });
  expect(provider.heard).toHaveLength(asked);

  pass(29_999);
  expect((await faultOf(ask())).kind).toBe("breaker_open");
  pass(1);
  expect(healthOf(endpoint())?.state).toBe("half_open");
  provider.answer(() => say("I am well."));
  await allOf(ask());
  expect(healthOf(endpoint())?.state).toBe("closed");
});

test("one tries it for all others, who do not wait for the outcome", async () => {
  await fail(5);
  pass(30_000);
  const gate = Promise.withResolvers<void>();
  provider.answer(() => [waitFor(gate.promise), ...say("I am well.")]);
  const heard = provider.nextRequest();
  const trial = allOf(ask());
  await heard;
  expect((await faultOf(ask())).kind).toBe("breaker_open");
  gate.resolve();
  await trial;
  expect(healthOf(endpoint())?.state).toBe("closed");
});

test("a model that fails its trial rests again", async () => {
  await fail(5);
  pass(30_000);
  await fail(1);
  expect(healthOf(endpoint())?.state).toBe("open");
  expect((await faultOf(ask())).kind).toBe("breaker_open");
});

test("a trial that Ana stops decides nothing: the next one tries", async () => {
  await fail(5);
  pass(30_000);
  provider.answer(() => [stall]);
  const stop = new AbortController();
  const heard = provider.nextRequest();
  const trial = faultOf(models.stream(endpoint(), hello, { signal: stop.signal }));
  await heard;
  stop.abort();
  expect((await trial).kind).toBe("stopped");
  expect(healthOf(endpoint())?.state).toBe("half_open");
  provider.answer(() => say("I am well."));
  await allOf(ask());
  expect(healthOf(endpoint())?.state).toBe("closed");
});

test("what Ana asked wrongly says nothing against the model", async () => {
  provider.answer(() => [refuse(400)]);
  for (let time = 0; time < 8; time++) expect((await faultOf(ask())).kind).toBe("bad_request");
  expect(healthOf(endpoint())?.state).toBe("closed");
});

test("another model and another key are not spared with it", async () => {
  await fail(5);
  provider.answer(() => say("I am well."));
  await allOf(ask({ ...endpoint(), modelId: "fake-small" }));
  await allOf(ask({ ...endpoint(), credentialId: "another" }));
});

test("a key that is crowded says so at once, and another one is not", async () => {
  const narrow = createModels({ egress, streamsPerCredential: () => 2 });
  const gate = Promise.withResolvers<void>();
  provider.answer(() => [waitFor(gate.promise), ...say("Done.")]);
  const running: Promise<unknown>[] = [];
  for (let place = 0; place < 2; place++) {
    const heard = provider.nextRequest();
    running.push(allOf(narrow.stream(endpoint(), hello, { signal: never })));
    await heard;
  }
  expect(narrow.health()[0]?.running).toBe(2);
  const fault = await faultOf(narrow.stream(endpoint(), hello, { signal: never }));
  expect(fault).toMatchObject({ kind: "busy", retryable: true, fallsOver: true });
  gate.resolve();
  await allOf(narrow.stream({ ...endpoint(), credentialId: "another" }, hello, { signal: never }));
  await Promise.all(running);
  expect(narrow.health()[0]?.running).toBe(0);
  await allOf(narrow.stream(endpoint(), hello, { signal: never }));
});

test("one success between faults begins the count anew; after a trial one fault is enough", () => {
  let at = 0;
  const breaker = new Breaker(() => at);
  const fault = () => breaker.enter()?.failed();
  for (let time = 0; time < 4; time++) fault();
  breaker.enter()?.succeeded();
  for (let time = 0; time < 4; time++) fault();
  expect(breaker.state).toBe("closed");
  fault();
  expect([breaker.state, breaker.enter()]).toEqual(["open", undefined]);
  at = 30_000;
  const trial = breaker.enter();
  trial?.answered();
  expect(breaker.state).toBe("closed");
  trial?.failed();
  expect(breaker.state).toBe("open");
});
