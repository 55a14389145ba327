import { afterAll, expect, test } from "bun:test";
import { endpointOf, faultOf, never, openTable, spoken } from "./models.fixture.ts";

const { provider, models } = await openTable();
afterAll(() => provider.stop());

test.each(spoken)("%s tells which models there are", async (by) => {
  expect(await models.discover(endpointOf(provider, by), never)).toEqual([
    { id: "fake-large", name: "Fake Large", contextTokens: 200_000 },
    { id: "fake-small", name: "Fake Small", contextTokens: 32_000 },
  ]);
});

test("a refused key, a page instead of a list and a provider that is gone are told apart", async () => {
  const answers = [
    () => new Response('{"error":{"message":"no"}}', { status: 401 }),
    () => new Response("<html>Sign in</html>"),
    () => Response.json({ data: "none" }),
  ];
  const odd = Bun.serve({ port: 0, hostname: "127.0.0.1", fetch: () => answers.shift()?.() ?? new Response() });
  const endpoint = { ...endpointOf(provider, "compatible"), baseUrl: `${odd.url}v1` };
  const ask = async () => (await faultOf(one(models.discover(endpoint, never)))).kind;
  expect([await ask(), await ask(), await ask()]).toEqual(["auth", "unavailable", "unavailable"]);
  await odd.stop(true);
  expect(await ask()).toBe("network");
});

test("a compatible provider needs an address", async () => {
  const nowhere = { ...endpointOf(provider, "compatible"), baseUrl: null };
  expect((await faultOf(one(models.discover(nowhere, never)))).kind).toBe("bad_request");
  expect((await faultOf(models.stream(nowhere, { messages: [] }, { signal: never }))).kind).toBe("bad_request");
});

async function* one(promise: Promise<unknown>) {
  yield await promise;
}
