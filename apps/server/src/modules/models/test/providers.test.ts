import { afterAll, beforeAll, expect, test } from "bun:test";
import { feedOf, type models } from "@althing/contract";
import { v7 } from "uuid";
import { type Harbour, key, refusal, startHarbour } from "./harbour.ts";

let harbour: Harbour;
beforeAll(async () => {
  harbour = await startHarbour();
});
afterAll(() => harbour.dispose());

test("a key goes in, and only its end comes out, to who may manage models", async () => {
  const { ana, ben, workspaceId, connect } = harbour;
  const { id: providerId } = await connect(ana);
  const detail = await ana.models.getProvider({ workspaceId, providerId });
  expect(detail.key).toMatchObject({ ending: "WXYZ", fingerprint: expect.stringMatching(/^[\da-f]{8}$/) });
  expect(await refusal(ben.models.getProvider({ workspaceId, providerId }))).toBe("forbidden");
  const [seen] = await ben.models.listProviders({ workspaceId });
  expect(seen).toMatchObject({ id: providerId, name: "Fake", ownerId: null });
  expect(Object.keys(seen ?? {})).not.toContain("baseUrl");
});

test("no key stands in an answer, an event, a log line or a column", async () => {
  const { ana, server, workspaceId, connect } = harbour;
  const { id: providerId } = await connect(ana, { name: "Secretive" });
  await ana.models.testProvider({ workspaceId, providerId });
  await ana.models.updateProvider({ workspaceId, providerId, name: "Discreet", key: `${key}-next` });
  await ana.models.testProvider({ workspaceId, providerId });
  const events = await server.eventsOf(feedOf.workspace(workspaceId));
  const { rows } = await server.database.pool.query("select * from model_providers");
  const told = JSON.stringify([
    await ana.models.getProvider({ workspaceId, providerId }),
    events,
    rows,
    server.logLines,
  ]);
  expect(told).not.toContain(key);
  expect(rows.some(({ sealed_key }) => String(sealed_key).startsWith("v"))).toBe(true);
});

test("asking a provider finds its models, switched off, and keeps what was chosen", async () => {
  const { ana, workspaceId, connect } = harbour;
  const { id: providerId } = await connect(ana);
  const { check, models: found } = await ana.models.testProvider({ workspaceId, providerId });
  expect(check).toMatchObject({ ok: true, code: "ok" });
  expect(found.map(({ modelId, enabled, contextTokens }) => ({ modelId, enabled, contextTokens }))).toEqual([
    { modelId: "fake-large", enabled: true, contextTokens: null },
    { modelId: "fake-small", enabled: false, contextTokens: 32_000 },
  ]);
});

test("what is wrong with a provider is said in words", async () => {
  const { ana, workspaceId, provider, server } = harbour;
  const look = async (more: { baseUrl: string; key?: string }) => {
    const { id } = await ana.models.createProvider({ workspaceId, kind: "compatible", name: "Wrong", ...more });
    const { check } = await ana.models.testProvider({ workspaceId, providerId: id });
    await ana.models.deleteProvider({ workspaceId, providerId: id });
    return check;
  };
  const wrongKey = await look({ baseUrl: provider.url, key: "sk-not-this-one-0123456789" });
  expect(wrongKey).toMatchObject({ ok: false, code: "wrong_key" });
  expect(wrongKey?.message).not.toContain("sk-not-this-one");
  expect(await look({ baseUrl: provider.url })).toMatchObject({ ok: false, code: "no_key" });
  expect(await look({ baseUrl: `${server.url}/nowhere`, key })).toMatchObject({ code: "no_list" });
  expect(await look({ baseUrl: "http://127.0.0.1:1/v1", key })).toMatchObject({ code: "unreachable" });
  const nowhere = await look({ baseUrl: "https://models.invalid/v1", key });
  expect([nowhere?.code, nowhere?.message.includes("models.invalid")]).toEqual(["unreachable", true]);
});

test("a key travels over TLS only, or to a host that the operator let in", async () => {
  const { ana, workspaceId } = harbour;
  const to = (baseUrl?: string) =>
    refusal(ana.models.createProvider({ workspaceId, kind: "compatible", name: "Open", baseUrl, key }));
  expect(await to("http://models.example.org/v1")).toBe("provider_address_refused");
  expect(await to("http://10.0.0.7:8080/v1")).toBe("provider_address_refused");
  expect(await to(undefined)).toBe("provider_address_refused");
  expect(await to("https://user:pass@models.example.org/v1")).toBe("validation_failed");
});

test("a key is not sent to another address than it was entered for", async () => {
  const { ana, workspaceId, connect } = harbour;
  const { id: providerId } = await connect(ana);
  const move = { workspaceId, providerId, baseUrl: "https://elsewhere.example.org/v1" };
  expect(await refusal(ana.models.updateProvider(move))).toBe("provider_key_needed");
  const moved = await ana.models.updateProvider({ ...move, key: "sk-another-0123456789-ABCD" });
  expect([moved.baseUrl, moved.key?.ending, moved.check]).toEqual([move.baseUrl, "ABCD", null]);
});

test("members connect keys of their own, which nobody else sees, an owner neither", async () => {
  const { ana, ben, gus, workspaceId, connect, server } = harbour;
  const { id: providerId } = await connect(ben, { personal: true, name: "Bens" });
  expect((await ana.models.listProviders({ workspaceId })).map(({ id }) => id)).not.toContain(providerId);
  expect((await ana.models.listModels({ workspaceId })).map((model) => model.providerId)).not.toContain(providerId);
  for (const act of [ana.models.getProvider, ana.models.deleteProvider, ana.models.testProvider]) {
    expect(await refusal(act({ workspaceId, providerId }))).toBe("provider_not_found");
  }
  expect(await refusal(connect(ben))).toBe("forbidden");
  expect(await refusal(connect(gus, { personal: true }))).toBe("forbidden");
  const told = JSON.stringify(await server.eventsOf(feedOf.workspace(workspaceId)));
  expect(told).not.toContain(providerId);
});

test("a request that is repeated connects one provider", async () => {
  const { ana, ben, workspaceId } = harbour;
  const id = v7() as models.ProviderId;
  const wanted = { workspaceId, id, kind: "openai", name: "Once", key } as const;
  const [one, other] = await Promise.all([ana.models.createProvider(wanted), ana.models.createProvider(wanted)]);
  expect(one).toEqual(other);
  expect(await refusal(ben.models.createProvider({ ...wanted, personal: true }))).toBe("provider_id_taken");
});

test("a deleted provider is gone with its key, and so is what a member brought when they leave", async () => {
  const { ana, workspaceId, connect, server, arrive } = harbour;
  const dan = await arrive("Dan");
  const { id: ours } = await connect(ana);
  const { id: dans } = await connect(dan, { personal: true });
  await ana.models.deleteProvider({ workspaceId, providerId: ours });
  await dan.workspaces.leaveWorkspace({ workspaceId });
  const { rows } = await server.database.pool.query(
    "select sealed_key, key_ending, deleted_at is null as alive from model_providers where id = any ($1)",
    [[ours, dans]],
  );
  expect(rows).toEqual([
    { sealed_key: null, key_ending: null, alive: false },
    { sealed_key: null, key_ending: null, alive: false },
  ]);
  expect(await refusal(ana.models.getProvider({ workspaceId, providerId: ours }))).toBe("provider_not_found");
});

test("two who change a provider at once notice", async () => {
  const { ana, workspaceId, connect } = harbour;
  const { id: providerId } = await connect(ana);
  await ana.models.updateProvider({ workspaceId, providerId, name: "Renamed" });
  const late = ana.models.updateProvider({ workspaceId, providerId, name: "Too late" }, { ifMatch: '"1"' });
  expect(await refusal(late)).toBe("stale");
});
