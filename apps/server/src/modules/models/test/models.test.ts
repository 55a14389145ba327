import { afterAll, beforeAll, expect, test } from "bun:test";
import { models } from "@althing/contract";
import { chooseModels, openModels, requireModelAllowed } from "../index.ts";
import { priceTableVersion } from "../prices.ts";
import { type Harbour, key, type Person, prices, refusal, startHarbour } from "./harbour.ts";

let harbour: Harbour;
beforeAll(async () => {
  harbour = await startHarbour();
});
afterAll(() => harbour.dispose());

const modelId = "fake-large";
const names = async ({ workspaceId }: Harbour, person: Person) =>
  (await person.models.listModels({ workspaceId })).map((model) => model.modelId);
const resolve = async ({ platform, workspaceId }: Harbour, { id }: Person, choices: readonly models.ModelChoice[]) =>
  openModels(platform, await platform.read((tx) => chooseModels(tx, { workspaceId, accountId: id, choices })));

test("members choose among the models that are on and that their roles may use", async () => {
  const { ana, ben, gus, workspaceId, connect } = harbour;
  const { id: providerId } = await connect(ana, { name: "Roles" });
  await ana.models.testProvider({ workspaceId, providerId });
  await ana.models.setModel({ workspaceId, providerId, modelId, roles: ["member"] });
  expect(await names(harbour, ben)).toEqual([modelId]);
  expect(await names(harbour, gus)).toEqual([]);
  expect(await names(harbour, ana)).toEqual([modelId]);
  await ana.models.setModel({ workspaceId, providerId, modelId, enabled: false });
  expect(await names(harbour, ben)).toEqual([]);
  await ana.models.setModel({ workspaceId, providerId, modelId, enabled: true, roles: null });
  expect(await names(harbour, gus)).toEqual([modelId]);
  await ana.models.updateProvider({ workspaceId, providerId, enabled: false });
  expect(await names(harbour, gus)).toEqual([]);
  const unknown = ana.models.setModel({ workspaceId, providerId, modelId, roles: ["captain"] });
  expect(await refusal(unknown)).toBe("role_not_found");
  await ana.models.deleteProvider({ workspaceId, providerId });
});

test("an assistant gets the models it names, with their keys, in order, and none that are not allowed", async () => {
  const { ana, ben, gus, workspaceId, connect, platform } = harbour;
  const { id: providerId } = await connect(ana);
  await ana.models.setModel({ workspaceId, providerId, modelId: "by-hand", roles: ["member"], contextTokens: 4_096 });
  const choices = [
    { providerId, modelId: "by-hand" },
    { providerId, modelId: "not-there" },
    { providerId, modelId },
  ];
  const found = await resolve(harbour, ben, choices);
  expect(found.map(({ choice, contextTokens }) => [choice.modelId, contextTokens])).toEqual([
    ["by-hand", 4_096],
    [modelId, 8_192],
  ]);
  expect(found[1]).toMatchObject({ endpoint: { apiKey: key, kind: "compatible", modelId }, prices, priceVersion: 1 });
  expect((await resolve(harbour, gus, choices)).map(({ choice }) => choice.modelId)).toEqual([modelId]);
  const may = (person: Person, choice: models.ModelChoice) =>
    platform
      .read((tx) => requireModelAllowed(tx, { workspaceId, accountId: person.id, choice }))
      .then(
        () => "allowed",
        (error: Error) => error.message,
      );
  expect(await may(ben, { providerId, modelId: "by-hand" })).toBe("allowed");
  expect(await may(gus, { providerId, modelId: "by-hand" })).toBe("model_not_allowed");
  expect(await may(ben, { providerId, modelId: "not-there" })).toBe("model_not_allowed");
  await ana.models.deleteProvider({ workspaceId, providerId });
  expect(await resolve(harbour, ben, choices)).toEqual([]);
});

test("a member's own key comes before the workspace's, for the same model at the same place", async () => {
  const { ana, ben, cem, workspaceId, connect } = harbour;
  const { id: shared } = await connect(ana);
  const { id: bens } = await connect(ben, { personal: true });
  const choices = [{ providerId: shared, modelId }];
  expect((await resolve(harbour, ben, choices)).map(({ choice }) => choice.providerId)).toEqual([bens, shared]);
  expect((await resolve(harbour, cem, choices)).map(({ choice }) => choice.providerId)).toEqual([shared]);
  expect(await resolve(harbour, cem, [{ providerId: bens, modelId }])).toEqual([]);
  for (const [person, providerId] of [
    [ana, shared],
    [ben, bens],
  ] as const) {
    await person.models.deleteProvider({ workspaceId, providerId });
  }
});

test("well-known models have a price from the start, and other prices are a new version", async () => {
  const { ana, workspaceId } = harbour;
  const { id: providerId } = await ana.models.createProvider({ workspaceId, kind: "openai", name: "OpenAI", key });
  const set = (more: { prices?: models.Prices | null } = {}) =>
    ana.models.setModel({ workspaceId, providerId, modelId: "gpt-5-mini-2025-08-07", ...more });
  expect(await set()).toMatchObject({
    prices: { input: 250_000, cachedInput: 25_000, output: 2_000_000 },
    priceVersion: priceTableVersion,
    contextTokens: 400_000,
  });
  expect(await set({ prices })).toMatchObject({ prices, priceVersion: 1 });
  expect(await set({ prices })).toMatchObject({ prices, priceVersion: 1 });
  expect(await set({ prices: { ...prices, output: 1 } })).toMatchObject({ priceVersion: 2 });
  expect(await set({ prices: null })).toMatchObject({ priceVersion: priceTableVersion });
  expect(await set({ prices })).toMatchObject({ priceVersion: 3 });
  await ana.models.deleteProvider({ workspaceId, providerId });
});

test("a model that was removed is gone until it is found again", async () => {
  const { ana, workspaceId, connect } = harbour;
  const { id: providerId } = await connect(ana);
  await ana.models.removeModel({ workspaceId, providerId, modelId });
  expect(await refusal(ana.models.removeModel({ workspaceId, providerId, modelId }))).toBe("model_not_found");
  const { models: found } = await ana.models.testProvider({ workspaceId, providerId });
  expect(found.map((model) => [model.modelId, model.enabled])).toEqual([
    [modelId, false],
    ["fake-small", false],
  ]);
  await ana.models.deleteProvider({ workspaceId, providerId });
});

test("only so many models of a provider are on at once", async () => {
  const { ana, workspaceId, connect, server } = harbour;
  const { id: providerId } = await connect(ana);
  const limit = models.modelLimits.enabledPerProvider;
  await server.database.pool.query(
    `insert into provider_models (provider_id, model_id, name, enabled, takes_images, source)
     select $1, 'm' || n, 'm' || n, true, false, 'by_hand' from generate_series(1, $2) n`,
    [providerId, limit - 1],
  );
  const more = () => ana.models.setModel({ workspaceId, providerId, modelId: "one-more" });
  expect(await refusal(more())).toBe("model_limit_reached");
  await ana.models.setModel({ workspaceId, providerId, modelId: "m1", enabled: false });
  expect(await refusal(more())).toBe("granted");
  await ana.models.deleteProvider({ workspaceId, providerId });
});

test("how a model fares is told with it", async () => {
  const { ana, ben, workspaceId, connect, provider, platform } = harbour;
  const { id: providerId } = await connect(ana);
  const health = async () => (await ben.models.listModels({ workspaceId })).map((model) => model.health.state);
  expect(await health()).toEqual(["well"]);
  const [resolved] = await resolve(harbour, ben, [{ providerId, modelId }]);
  provider.answer(() => [{ kind: "refuse", status: 503, headers: {} }]);
  const request = { messages: [{ role: "user", parts: [{ kind: "text", text: "Hello" }] }] } as const;
  const ask = async () => {
    const options = { signal: AbortSignal.timeout(10_000), limits: { retries: 0 } };
    if (resolved) for await (const _ of platform.models.stream(resolved.endpoint, request, options));
  };
  for (let asked = 0; asked < 5; asked++) await ask().catch(() => undefined);
  expect(await health()).toEqual(["failing"]);
  await ana.models.updateProvider({ workspaceId, providerId, key: `${key}-new` });
  expect(await health()).toEqual(["well"]);
  await ana.models.deleteProvider({ workspaceId, providerId });
});
