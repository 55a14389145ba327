import { afterAll, beforeAll, expect, test } from "bun:test";
import { models } from "@althing/contract";
import { v7 } from "uuid";
import { type Harbour, type Person, refusal, startHarbour, usageOf } from "./harbour.ts";

let harbour: Harbour;
let now = Date.parse("2026-11-24T12:00:00Z");
beforeAll(async () => {
  harbour = await startHarbour({ clock: () => new Date(now) });
});
afterAll(() => harbour.dispose());

test("usage is told by day and by what one asks: one's own to everyone, all to who may see it", async () => {
  const { ana, ben, cem, gus, workspaceId, connect, spend, roomId, channel } = harbour;
  const { id: providerId } = await connect(ana);
  const room = await roomId("dock");
  const cave = (await channel("cave", [ben], "private")).id;
  await spend(ben, 100, { providerId, roomId: room });
  now += 24 * 3_600_000;
  await spend(ben, 200, { providerId, roomId: cave });
  await spend(cem, 400, { providerId, modelId: "fake-small" });
  await spend(cem, 800, { modelId: "web__search" }, { kind: "tool", usage: usageOf(0, 0) });

  const mine = await ben.models.getUsage({ workspaceId });
  expect(mine.rows.map(({ day, name, micros }) => [day, name, micros])).toEqual([
    ["2026-11-24", "fake-large · Fake", 100],
    ["2026-11-25", "fake-large · Fake", 200],
  ]);
  expect([mine.from, mine.to, mine.total.micros]).toEqual(["2026-10-27", "2026-11-25", 300]);
  expect(await refusal(ben.models.getUsage({ workspaceId, whose: "all" }))).toBe("forbidden");
  expect(await refusal(gus.models.listUsageEntries({ workspaceId, whose: "all" }))).toBe("forbidden");
  expect(await refusal(gus.models.exportUsage({ workspaceId, whose: "all" }))).toBe("forbidden");

  const by = async (by: "member" | "room" | "provider" | "tool" | "model", person: Person = ana) => {
    const { rows, total } = await person.models.getUsage({ workspaceId, whose: "all", by, from: "2026-11-25" });
    return [...rows.map(({ name, micros }) => [name, micros]), total.micros];
  };
  expect(await by("member")).toEqual([["Cem", 1_200], ["Ben", 200], 1_400]);
  expect(await by("provider")).toEqual([["Fake", 600], 600]);
  expect(await by("tool")).toEqual([["web__search", 800], 800]);
  // How a private room is called is not told to who is not in it, nor that of no room.
  const ada = await harbour.arrive("Ada", "admin");
  expect(await by("room", ada)).toEqual([["", 1_200], ["", 200], 1_400]);
});

test("what a member does with a key of their own is told to them alone", async () => {
  const { ana, arrive, workspaceId, connect, spend } = harbour;
  const dan = await arrive("Dan");
  const { id: providerId } = await connect(dan, { personal: true });
  await spend(dan, 5_000, { providerId });
  expect((await dan.models.getUsage({ workspaceId })).total.micros).toBe(5_000);
  const all = await ana.models.getUsage({ workspaceId, whose: "all", by: "member" });
  expect(all.rows.map(({ key }) => key)).not.toContain(dan.id);
  const entries = await ana.models.listUsageEntries({ workspaceId, whose: "all" });
  expect(entries.map(({ accountId }) => accountId)).not.toContain(dan.id);
});

test("entries come in pages, the newest first", async () => {
  const { arrive, workspaceId, spend } = harbour;
  const eli = await arrive("Eli");
  for (const micros of [1, 2, 3, 4, 5]) {
    now += 1_000;
    await spend(eli, micros);
  }
  const first = await eli.page(models.listUsageEntries, { workspaceId, limit: 3 });
  const rest = await eli.page(models.listUsageEntries, { workspaceId, limit: 3, cursor: first.next ?? "" });
  expect([first, rest].map(({ items }) => items.map(({ micros }) => micros))).toEqual([
    [5, 4, 3],
    [2, 1],
  ]);
  expect(rest.next).toBeNull();
});

test("the table that is exported is harmless in a spreadsheet", async () => {
  const { arrive, workspaceId, spend, ana } = harbour;
  const fay = await arrive("Fay");
  await fay.accounts.updateMe({ name: '=HYPERLINK("x"), Fay' });
  await spend(fay, 1_234_567, { modelId: "+evil,model" });
  const { content, entryCount, complete, fileName } = await fay.models.exportUsage({ workspaceId });
  const [head, line, end] = content.split("\r\n");
  expect(head?.startsWith("at,kind,member,assistant,room,provider,model,own_key,input_tokens")).toBe(true);
  expect(line).toContain(`,model,"'=HYPERLINK(""x""), Fay",`);
  expect(line).toContain(`,"'+evil,model",`);
  expect(line).toContain(",1.234567,");
  expect([end, entryCount, complete, fileName]).toEqual(["", 1, true, "usage-2026-10-27-2026-11-25.csv"]);
  const all = await ana.models.exportUsage({ workspaceId, whose: "all" });
  expect(all.entryCount).toBeGreaterThan(1);
});

test("many spenders are thirty and the others together", async () => {
  const { arrive, workspaceId, spend } = harbour;
  const gil = await arrive("Gil");
  for (let n = 1; n <= 32; n++) await spend(gil, n, { modelId: `m${n}` });
  const { rows, total } = await gil.models.getUsage({ workspaceId });
  expect(rows).toHaveLength(31);
  expect(rows.find(({ key }) => key === "others")).toMatchObject({ micros: 1 + 2, entryCount: 2 });
  expect(total.micros).toBe((32 * 33) / 2);
});

test("a provider's own statement is held against the ledger", async () => {
  const { ana, ben, workspaceId, connect, spend } = harbour;
  const { id: providerId } = await connect(ana);
  await spend(ben, 1_000, { providerId });
  await spend(ben, 500, { providerId, modelId: "fake-small" });
  const day = "2026-11-25";
  const rows = [
    { day, modelId: "fake-large", inputTokens: 60, outputTokens: 10 },
    { day, modelId: "fake-large", inputTokens: 40 },
    { day, modelId: "unheard-of", micros: 5 },
  ];
  expect(await ana.models.reconcileUsage({ workspaceId, providerId, rows })).toEqual([
    {
      day,
      modelId: "fake-large",
      inputTokens: { theirs: 100, ours: 100 },
      outputTokens: { theirs: 10, ours: 10 },
      micros: { theirs: null, ours: 1_000 },
      agrees: true,
    },
    {
      day,
      modelId: "fake-small",
      inputTokens: { theirs: null, ours: 100 },
      outputTokens: { theirs: null, ours: 10 },
      micros: { theirs: null, ours: 500 },
      agrees: false,
    },
    {
      day,
      modelId: "unheard-of",
      inputTokens: { theirs: null, ours: 0 },
      outputTokens: { theirs: null, ours: 0 },
      micros: { theirs: 5, ours: 0 },
      agrees: false,
    },
  ]);
  expect(await refusal(ben.models.reconcileUsage({ workspaceId, providerId, rows }))).toBe("forbidden");
  const unknown = { workspaceId, providerId: v7(), rows };
  expect(await refusal(ana.models.reconcileUsage(unknown))).toBe("provider_not_found");
});
