import { afterAll, beforeAll, expect, test } from "bun:test";
import { models } from "@althing/contract";
import { type Harbour, refusal, startHarbour, usageOf } from "./harbour.ts";

let harbour: Harbour;
let now = Date.parse("2026-10-31T23:59:00Z");
beforeAll(async () => {
  harbour = await startHarbour({ clock: () => new Date(now) });
});
afterAll(() => harbour.dispose());

const october = { from: "2026-10-01", to: "2026-10-31" };

test("Ana enters a provider's bill, and sees beside it what the ledger has of those days, and what of it is estimated", async () => {
  const { ana, ben, workspaceId, connect, spend } = harbour;
  const { id: providerId } = await connect(ana, { name: "Pilots" });
  const { id: otherId } = await connect(ana, { name: "Others" });
  await spend(ben, 40_000, { providerId });
  await spend(ben, 2_000, { providerId, modelId: "fake-small" }, { usage: usageOf(7, 3, { quality: "estimated" }) });
  await spend(ben, 0, { providerId }, { micros: null, priceVersion: null });
  await spend(ben, 9_000, { providerId: otherId });
  await spend(ben, 700, { modelId: "web__search" }, { kind: "tool" });
  now += 2 * 60_000;
  await spend(ben, 5_000, { providerId });

  const bill = await ana.models.setBill({ workspaceId, providerId, ...october, micros: 45_000 });
  const ledger = { micros: 42_000, estimatedMicros: 2_000, entryCount: 3, unpricedCount: 1 };
  const entered = { enteredBy: ana.id, enteredByName: "Ana", enteredAt: new Date(now).toISOString() };
  const asked = { workspaceId, providerId, providerName: "Pilots", ...october, micros: 45_000 };
  expect(bill).toEqual({ id: bill.id, ...asked, ledger, ...entered });
  expect(await ana.models.listBills({ workspaceId })).toEqual([bill]);
});

test("a bill that is entered again is changed, and one that was entered by mistake is deleted", async () => {
  const { ana, workspaceId, connect } = harbour;
  const { id: providerId } = await connect(ana);
  const before = await ana.models.setBill({ workspaceId, providerId, ...october, micros: 1 });
  const after = await ana.models.setBill({ workspaceId, providerId, ...october, micros: 2 });
  expect([after.id, after.micros]).toEqual([before.id, 2]);
  const deletion = { workspaceId, billId: after.id };
  expect(await refusal(ana.models.deleteBill(deletion))).toBe("granted");
  expect(await refusal(ana.models.deleteBill(deletion))).toBe("bill_not_found");
  expect((await ana.models.listBills({ workspaceId })).map(({ id }) => id)).not.toContain(after.id);
});

test("bills come in pages, the newest time first, also of a provider that was deleted", async () => {
  const { ana, workspaceId, connect } = harbour;
  const { id: providerId } = await connect(ana, { name: "Gone" });
  for (const month of ["2025-03", "2025-01", "2025-02"]) {
    await ana.models.setBill({ workspaceId, providerId, from: `${month}-01`, to: `${month}-28`, micros: 1 });
  }
  await ana.models.deleteProvider({ workspaceId, providerId });
  const first = await ana.page(models.listBills, { workspaceId, limit: 2 });
  const rest = await ana.page(models.listBills, { workspaceId, cursor: first.next ?? "" });
  const told = [...first.items, ...rest.items].filter(({ providerName }) => providerName === "Gone");
  expect(told.map(({ from }) => from)).toEqual(["2025-03-01", "2025-02-01", "2025-01-01"]);
  expect(rest.next).toBeNull();
});

test("bills come after the month: Ana enters one of a provider that was used and deleted", async () => {
  const { ana, ben, workspaceId, connect, spend } = harbour;
  const used = await connect(ana, { name: "Used" });
  const unused = await connect(ana, { name: "Unused" });
  await spend(ben, 3_000, { providerId: used.id });
  for (const { id: providerId } of [used, unused]) await ana.models.deleteProvider({ workspaceId, providerId });
  const billed = await ana.models.listBilledProviders({ workspaceId });
  expect(billed.find(({ id }) => id === used.id)).toEqual({
    id: used.id,
    name: "Used",
    deletedAt: new Date(now).toISOString(),
  });
  expect(billed.map(({ name }) => name)).not.toContain("Unused");
  const gone = billed.findIndex(({ deletedAt }) => deletedAt !== null);
  expect(billed.slice(gone).every(({ deletedAt }) => deletedAt !== null)).toBe(true);
  const november = { from: "2026-11-01", to: "2026-11-30" };
  const bill = await ana.models.setBill({ workspaceId, providerId: used.id, ...november, micros: 3_000 });
  expect(bill).toMatchObject({ providerName: "Used", ledger: { micros: 3_000 } });
});

test("only who manages providers and sees all usage enters bills, and of the workspace's providers alone", async () => {
  const { ana, ben, eve, arrive, workspaceId, connect } = harbour;
  const { id: providerId } = await connect(ana);
  const { id: bensOwn } = await connect(ben, { personal: true });
  const bill = { workspaceId, providerId, ...october, micros: 1 };
  const { id: billId } = await ana.models.setBill(bill);
  expect(await refusal(ben.models.setBill(bill))).toBe("forbidden");
  expect(await refusal(ben.models.listBills({ workspaceId }))).toBe("forbidden");
  expect(await refusal(ben.models.listBilledProviders({ workspaceId }))).toBe("forbidden");
  expect(await refusal(ben.models.deleteBill({ workspaceId, billId }))).toBe("forbidden");
  expect(await refusal(eve.models.listBills({ workspaceId }))).toBe("workspace_not_found");
  expect(await refusal(ana.models.setBill({ ...bill, providerId: bensOwn }))).toBe("provider_not_found");
  expect(await refusal(ana.models.setBill({ ...bill, from: "2026-11-01" }))).toBe("validation_failed");
  await ana.workspaces.createRole({ workspaceId, name: "buyer", title: "Buyer", permissions: ["model.manage"] });
  const cleo = await arrive("Cleo", "buyer");
  expect(await refusal(cleo.models.setBill(bill))).toBe("forbidden");
});
