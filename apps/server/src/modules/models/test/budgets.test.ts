import { afterAll, beforeAll, expect, test } from "bun:test";
import { feedOf, models } from "@althing/contract";
import { v7 } from "uuid";
import { Failure } from "../../../kernel/failure.ts";
import { type Harbour, type Person, refusal, startHarbour } from "./harbour.ts";

let harbour: Harbour;
let now = Date.now();
const start = Date.parse("2026-11-25T12:00:00Z");
beforeAll(async () => {
  now = start;
  harbour = await startHarbour({ clock: () => new Date(now) });
});
afterAll(() => harbour.dispose());

const set = (
  { ana, workspaceId }: Harbour,
  scope: "workspace" | "member" | "assistant" | "room",
  limitMicros: number,
  more: { subjectId?: string | null; period?: models.BudgetPeriod } = {},
) => ana.models.setBudget({ workspaceId, scope, limitMicros, period: "month", ...more });

/** How a reservation ends: held, or the scope of the budget that is used up. */
const scopeOf = (held: Promise<unknown>): Promise<string> =>
  held.then(
    () => "held",
    (error: unknown) =>
      error instanceof Failure && error.def === models.BudgetExhausted
        ? (error.data as { scope: string }).scope
        : Promise.reject(error),
  );
const tryToHold = ({ hold, spendingOf }: Harbour, person: Person, micros: number, more = {}) =>
  scopeOf(hold(spendingOf(person, { micros, ...more })));

const withoutBudgets = async ({ ana, workspaceId }: Harbour) => {
  for (const { id } of await ana.models.listBudgets({ workspaceId })) {
    await ana.models.deleteBudget({ workspaceId, budgetId: id });
  }
};

test("a budget stops before it is overspent, says when it begins anew, and goes on when it is raised", async () => {
  const { hold, spendingOf, spend, arrive } = harbour;
  const dan = await arrive("Dan");
  await set(harbour, "member", 10_000, { subjectId: dan.id });
  await spend(dan, 6_000);
  const refused = await hold(spendingOf(dan, { micros: 5_000 })).catch((error: unknown) => error);
  expect(refused).toMatchObject({
    def: models.BudgetExhausted,
    data: { scope: "member", resetsAt: "2026-12-01T00:00:00.000Z" },
  });
  expect(await tryToHold(harbour, dan, 4_000)).toBe("held");
  expect(await tryToHold(harbour, dan, 0)).toBe("member");
  await set(harbour, "member", 20_000, { subjectId: dan.id });
  expect(await tryToHold(harbour, dan, 10_000)).toBe("held");
  await withoutBudgets(harbour);
});

test("every scope stops: the workspace, a member, an assistant, a room, and what one set oneself", async () => {
  const { arrive, workspaceId, roomId } = harbour;
  const [eli, pilot, room] = [await arrive("Eli"), v7(), await roomId("scopes")];
  const where = { assistantId: pilot, roomId: room };
  for (const [scope, subjectId] of [
    ["workspace", null],
    ["member", eli.id],
    ["assistant", pilot],
    ["room", room],
  ] as const) {
    await set(harbour, scope, 500, { subjectId });
    expect(await tryToHold(harbour, eli, 501, where)).toBe(scope);
    await withoutBudgets(harbour);
  }
  await eli.models.setOwnBudget({ workspaceId, period: "day", limitMicros: 500 });
  expect(await tryToHold(harbour, eli, 501, where)).toBe("own");
  await withoutBudgets(harbour);
});

test("a budget for every member is held against each alone, and gives way to one's own", async () => {
  const { arrive, spend } = harbour;
  const [fay, gil] = [await arrive("Fay"), await arrive("Gil")];
  await set(harbour, "member", 1_000);
  await spend(fay, 1_000);
  expect(await tryToHold(harbour, fay, 1)).toBe("member");
  expect(await tryToHold(harbour, gil, 1_000)).toBe("held");
  await set(harbour, "member", 5_000, { subjectId: fay.id });
  expect(await tryToHold(harbour, fay, 4_000)).toBe("held");
  await withoutBudgets(harbour);
});

test("a hundred who reserve at once at the edge do not overspend", async () => {
  const { arrive, workspaceId, server } = harbour;
  const hal = await arrive("Hal");
  const { id } = await set(harbour, "workspace", 0);
  const [before] = await harbour.ana.models.listBudgets({ workspaceId });
  const used = (before?.spentMicros ?? 0) + (before?.heldMicros ?? 0);
  await set(harbour, "workspace", used + 40_000);
  const tried = await Promise.all(Array.from({ length: 100 }, () => tryToHold(harbour, hal, 1_000)));
  expect(tried.filter((one) => one === "held")).toHaveLength(40);
  const { rows } = await server.database.pool.query(
    "select sum(micros)::int as sum from model_reservations where account_id = $1",
    [hal.id],
  );
  expect(rows[0]?.sum).toBe(40_000);
  expect(id).toBeTruthy();
  await withoutBudgets(harbour);
}, 30_000);

test("what a killed server held is free after a quarter of an hour, and not before", async () => {
  const { arrive, pay, hold, spendingOf, workspaceId } = harbour;
  const ida = await arrive("Ida");
  await ida.models.setOwnBudget({ workspaceId, period: "month", limitMicros: 1_000 });
  const lost = await hold(spendingOf(ida, { micros: 1_000 }));
  now += 14 * 60_000;
  expect(await tryToHold(harbour, ida, 1_000)).toBe("own");
  now += 2 * 60_000;
  expect(await tryToHold(harbour, ida, 600)).toBe("held");
  // It was not lost after all: what was spent counts.
  await pay(lost, { micros: 700 });
  const [own] = await ida.models.listBudgets({ workspaceId });
  expect(own).toMatchObject({ spentMicros: 700, heldMicros: 600 });
  now = start;
});

test("at four fifths the member is warned once a period, and admins of what is shared", async () => {
  const { arrive, ana, ben, spend, server, roomId } = harbour;
  const [jo, room] = [await arrive("Jo"), await roomId("warned")];
  const warningsOf = async (person: Person) =>
    (await server.eventsOf(feedOf.account(person.id)))
      .filter(({ type }) => type === models.BudgetWarned.type)
      .map(({ data }) => (data.budget as models.Budget).scope);
  await set(harbour, "member", 1_000, { subjectId: jo.id, period: "day" });
  await set(harbour, "room", 1_000, { subjectId: room, period: "day" });
  const before = await warningsOf(ana);
  for (const micros of [700, 150, 100]) await spend(jo, micros, { roomId: room });
  expect(await warningsOf(jo)).toEqual(["member"]);
  expect(await warningsOf(ana)).toEqual([...before, "room"]);
  expect(await warningsOf(ben)).toEqual([]);
  now += 24 * 3_600_000;
  await spend(jo, 900, { roomId: room });
  expect(await warningsOf(jo)).toEqual(["member", "member"]);
  now = start;
  await withoutBudgets(harbour);
});

test("days, weeks and months begin anew", async () => {
  const { arrive, spend, workspaceId } = harbour;
  const kim = await arrive("Kim");
  for (const period of ["day", "week", "month"] as const) {
    await kim.models.setOwnBudget({ workspaceId, period, limitMicros: 1_000 });
  }
  const resets = async () =>
    Object.fromEntries(
      (await kim.models.listBudgets({ workspaceId })).map((one) => [one.period, one.resetsAt.slice(0, 10)]),
    );
  expect(await resets()).toEqual({ day: "2026-11-26", week: "2026-11-30", month: "2026-12-01" });
  await spend(kim, 1_000);
  for (const [at, ends] of [
    ["2026-11-26T00:00:01Z", "own"],
    ["2026-11-30T00:00:01Z", "own"],
    ["2026-12-01T00:00:01Z", "held"],
  ] as const) {
    now = Date.parse(at);
    expect(await tryToHold(harbour, kim, 100)).toBe(ends);
  }
  now = start;
});

test("a key of one's own costs nobody else: only one's own budget counts it", async () => {
  const { arrive, connect, workspaceId, spend } = harbour;
  const lea = await arrive("Lea");
  const { id: providerId } = await connect(lea, { personal: true });
  await set(harbour, "member", 0, { subjectId: lea.id });
  expect(await tryToHold(harbour, lea, 100)).toBe("member");
  await spend(lea, 1_000, { providerId });
  await lea.models.setOwnBudget({ workspaceId, period: "month", limitMicros: 1_500 });
  expect(await tryToHold(harbour, lea, 501, { providerId })).toBe("own");
  await withoutBudgets(harbour);
});

test("members see and set what concerns them; what they set themselves is theirs alone", async () => {
  const { ana, ben, cem, workspaceId } = harbour;
  await set(harbour, "workspace", 9_000_000);
  await set(harbour, "member", 1_000_000);
  const { id: budgetId } = await ben.models.setOwnBudget({ workspaceId, period: "week", limitMicros: 1_000 });
  const scopes = async (person: Person) =>
    (await person.models.listBudgets({ workspaceId })).map(({ scope }) => scope).sort();
  expect(await scopes(ben)).toEqual(["member", "own"]);
  expect(await scopes(cem)).toEqual(["member"]);
  expect(await scopes(ana)).toEqual(["member", "workspace"]);
  const everyones = (await ben.models.listBudgets({ workspaceId })).find(({ scope }) => scope === "member");
  expect(everyones).toMatchObject({ subjectId: null, spentMicros: 0 });
  expect(await refusal(ana.models.deleteBudget({ workspaceId, budgetId }))).toBe("budget_not_found");
  expect(await refusal(cem.models.deleteBudget({ workspaceId, budgetId }))).toBe("budget_not_found");
  if (everyones) {
    expect(await refusal(ben.models.deleteBudget({ workspaceId, budgetId: everyones.id }))).toBe("forbidden");
  }
  expect(await refusal(ben.models.deleteBudget({ workspaceId, budgetId }))).toBe("granted");
  await withoutBudgets(harbour);
});

test("of a budget hears who is shown it, and nobody else", async () => {
  const { ana, ben, cem, server, workspaceId } = harbour;
  const feeds = {
    ana: feedOf.account(ana.id),
    ben: feedOf.account(ben.id),
    cem: feedOf.account(cem.id),
    everyone: feedOf.workspace(workspaceId),
  };
  const hearersOf = async (setting: Promise<models.Budget>) => {
    const { id } = await setting;
    const hearers: string[] = [];
    for (const [who, feed] of Object.entries(feeds)) {
      const events = await server.eventsOf(feed);
      const told = events.filter(({ type }) => type === models.BudgetSet.type);
      if (told.some(({ data }) => (data as { budget: models.Budget }).budget.id === id)) hearers.push(who);
    }
    return hearers;
  };
  expect(await hearersOf(set(harbour, "workspace", 1))).toEqual(["ana"]);
  expect(await hearersOf(set(harbour, "member", 1))).toEqual(["everyone"]);
  expect(await hearersOf(set(harbour, "member", 1, { subjectId: ben.id }))).toEqual(["ana", "ben"]);
  expect(await hearersOf(set(harbour, "member", 1, { subjectId: v7() }))).toEqual(["ana"]);
  const own = { workspaceId, period: "day", limitMicros: 1 } as const;
  expect(await hearersOf(cem.models.setOwnBudget(own))).toEqual(["cem"]);
  await withoutBudgets(harbour);
});
