/** Each verb of models, carried on by its events and looked at anew: the same, for whom it concerns and for whom it does not. */
import { afterAll, beforeAll, test } from "bun:test";
import { expectConverges, type View } from "@althing/testkit";
import { type Harbour, key, prices, startHarbour } from "./harbour.ts";

let harbour: Harbour;
let views: View[];
beforeAll(async () => {
  harbour = await startHarbour();
  const { ana, ben, cem, gus, eve, workspaceId } = harbour;
  const elsewhere = (await eve.accounts.getMe()).workspaces[0]?.id ?? "";
  views = [
    ...[ana, ben, cem, gus].map((person) => ({ person, workspaceId })),
    { person: eve, workspaceId: elsewhere, outside: true },
  ];
});
afterAll(() => harbour.dispose());

type Connected = Awaited<ReturnType<Harbour["connect"]>>;
type Act = (cast: Harbour, providers: { ours: Connected; bens: Connected }) => Promise<unknown>;

const modelId = "fake-large";
const verbs: Record<string, Act> = {
  connect: ({ connect, ana }) => connect(ana, { name: "Another" }),
  "bring a key": ({ connect, cem }) => connect(cem, { personal: true }),
  rename: ({ ana, workspaceId }, { ours }) =>
    ana.models.updateProvider({ workspaceId, providerId: ours.id, name: "Renamed", key: `${key}2` }),
  "switch off": ({ ana, workspaceId }, { ours }) =>
    ana.models.updateProvider({ workspaceId, providerId: ours.id, enabled: false }),
  "look and switch on": async ({ ana, workspaceId }, { ours }) => {
    await ana.models.testProvider({ workspaceId, providerId: ours.id });
    await ana.models.setModel({ workspaceId, providerId: ours.id, modelId: "fake-small", enabled: true });
  },
  "allow by role": ({ ana, workspaceId }, { ours }) =>
    ana.models.setModel({ workspaceId, providerId: ours.id, modelId, roles: ["admin", "member"] }),
  "set prices": ({ ana, workspaceId }, { ours }) =>
    ana.models.setModel({ workspaceId, providerId: ours.id, modelId, prices: { ...prices, output: 7 } }),
  "remove a model": ({ ana, workspaceId }, { ours }) =>
    ana.models.removeModel({ workspaceId, providerId: ours.id, modelId }),
  delete: ({ ana, workspaceId }, { ours }) => ana.models.deleteProvider({ workspaceId, providerId: ours.id }),
  "delete one's own": ({ ben, workspaceId }, { bens }) =>
    ben.models.deleteProvider({ workspaceId, providerId: bens.id }),
  "make a member a guest, who may bring no keys": async ({ ana, ben, workspaceId }, { ours }) => {
    await ana.models.setModel({ workspaceId, providerId: ours.id, modelId, roles: ["member"] });
    await ana.workspaces.setMemberRoles({ workspaceId, accountId: ben.id, roles: ["guest"] });
    await ana.workspaces.setMemberRoles({ workspaceId, accountId: ben.id, roles: ["member"] });
    await ana.workspaces.setMemberRoles({ workspaceId, accountId: ben.id, roles: ["guest"] });
  },
  "set and delete budgets": async ({ ana, ben, cem, workspaceId }) => {
    const amount = { workspaceId, period: "month", limitMicros: 5 } as const;
    const { id: own } = await ben.models.setOwnBudget(amount);
    for (const subjectId of [null, cem.id]) await ana.models.setBudget({ ...amount, scope: "member", subjectId });
    await ana.models.setBudget({ ...amount, scope: "workspace" });
    const all = await ana.models.listBudgets({ workspaceId });
    for (const { id: budgetId } of all) await ana.models.deleteBudget({ workspaceId, budgetId });
    await ben.models.deleteBudget({ workspaceId, budgetId: own });
  },
  "enter and delete a bill": async ({ ana, workspaceId }, { ours: { id: providerId } }) => {
    const time = { from: "2026-10-01", to: "2026-10-31" };
    const { id: billId } = await ana.models.setBill({ workspaceId, providerId, ...time, micros: 1 });
    await ana.models.deleteBill({ workspaceId, billId });
  },
  spend: ({ spend, gus }) => spend(gus, 10),
};

for (const [name, act] of Object.entries(verbs)) {
  test(name, async () => {
    const { ana, ben, connect, workspaceId } = harbour;
    await ana.workspaces.setMemberRoles({ workspaceId, accountId: ben.id, roles: ["member"] });
    const providers = { ours: await connect(ana), bens: await connect(ben, { personal: true, name: "Bens" }) };
    await expectConverges(harbour.server, views, () => act(harbour, providers));
    for (const person of [ana, ben]) {
      for (const { id, ownerId } of await person.models.listProviders({ workspaceId })) {
        if (ownerId === null && person === ben) continue;
        await person.models.deleteProvider({ workspaceId, providerId: id });
      }
    }
  }, 30_000);
}
