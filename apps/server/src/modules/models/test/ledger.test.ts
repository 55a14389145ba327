import { afterAll, beforeAll, expect, test } from "bun:test";
import { feedOf, models } from "@althing/contract";
import fc from "fast-check";
import { v7 } from "uuid";
import { type Harbour, startHarbour, usageOf } from "./harbour.ts";

let harbour: Harbour;
beforeAll(async () => {
  harbour = await startHarbour();
});
afterAll(() => harbour.dispose());

const query = async <Row>({ server }: Harbour, text: string, values: unknown[] = []): Promise<Row[]> =>
  (await server.database.pool.query(text, values)).rows as Row[];

test("fifty that settle at once add up", async () => {
  const { arrive, spend, workspaceId } = harbour;
  const dan = await arrive("Dan");
  const costs = Array.from({ length: 50 }, (_, index) => 101 + index);
  await Promise.all(costs.map((micros) => spend(dan, micros)));
  const { total } = await dan.models.getUsage({ workspaceId });
  expect(total.micros).toBe(costs.reduce((sum, micros) => sum + micros, 0));
  expect(total.tokens).toMatchObject({ inputTokens: 5_000, outputTokens: 500 });
  expect(total.entryCount).toBe(50);
}, 30_000);

test("a reservation is settled once, however often that is told", async () => {
  const { arrive, hold, pay, spendingOf, workspaceId, server } = harbour;
  const eli = await arrive("Eli");
  const runId = v7();
  const id = await hold(spendingOf(eli, { runId }));
  await Promise.all([pay(id, { micros: 900 }), pay(id, { micros: 900 }), pay(id, { micros: 900 })]);
  const entries = await eli.models.listUsageEntries({ workspaceId });
  expect(entries).toEqual([
    expect.objectContaining({ runId, micros: 900, step: 1, quality: "reported", priceVersion: 1 }),
  ]);
  const told = (await server.eventsOf(feedOf.account(eli.id))).filter(({ type }) => type === models.ModelUsed.type);
  expect(told).toHaveLength(1);
});

test("nothing in the ledger can be changed, by nobody", async () => {
  const { ben, spend } = harbour;
  await spend(ben, 5);
  for (const statement of [
    "update model_ledger set micros = 0",
    "delete from model_ledger",
    "truncate model_ledger",
    "update model_prices set output = 0",
  ]) {
    const refused = await query(harbour, statement).catch((error: Error) => error.message);
    expect(refused).toMatch(/is append-only/);
  }
});

test("what nobody knows is never none: neither tokens nor costs", async () => {
  const { arrive, spend, workspaceId } = harbour;
  const fay = await arrive("Fay");
  await spend(fay, 0, {}, { usage: usageOf(0, 0, { quality: "unknown" }), micros: null, priceVersion: null });
  await spend(fay, 0, {}, { usage: usageOf(7, 3, { quality: "estimated" }), micros: null, priceVersion: null });
  const [estimated, unknown] = await fay.models.listUsageEntries({ workspaceId });
  expect(unknown).toMatchObject({ quality: "unknown", tokens: null, micros: null });
  expect(estimated).toMatchObject({ quality: "estimated", tokens: { inputTokens: 7 }, micros: null });
  const { total } = await fay.models.getUsage({ workspaceId });
  expect(total).toMatchObject({ micros: 0, entryCount: 2, estimatedCount: 1, unknownCount: 1, unpricedCount: 2 });
});

test("what the provider said is kept, unless it is no usage at all", async () => {
  const { arrive, spend } = harbour;
  const gil = await arrive("Gil");
  await spend(gil, 1, {}, { raw: { prompt_tokens: 100, note: "a\u0000b" } });
  await spend(gil, 1, {}, { raw: { text: "x".repeat(10_000) } });
  const rows = await query<{ raw: unknown }>(
    harbour,
    "select raw from model_ledger where account_id = $1 order by id",
    [gil.id],
  );
  expect(rows.map(({ raw }) => raw)).toEqual([{ prompt_tokens: 100, note: "ab" }, null]);
});

const spentInLedger = `
  select scope, spender, sum(micros)::int micros
  from model_ledger, lateral (values ('workspace', workspace_id), ('member', account_id), ('assistant', assistant_id),
    ('room', room_id), ('own', account_id)) as by (scope, spender)
  where micros > 0 and spender is not null and (scope = 'own' or not personal)
  group by 1, 2 order by 1, 2`;

test("the days equal the ledger, whatever was spent by whom on what", async () => {
  const { ana, ben, cem, hold, pay, spendingOf, connect } = harbour;
  const { id: providerId } = await connect(ana);
  const { id: personalId } = await connect(ben, { personal: true });
  const [pilot, room] = [v7(), v7()];
  const tokens = fc.nat({ max: 5_000 });
  const spent = fc.record({
    person: fc.constantFrom(ana, ben, cem),
    assistantId: fc.constantFrom(pilot, null),
    roomId: fc.constantFrom(room, null),
    providerId: fc.constantFrom(providerId, personalId, null),
    modelId: fc.constantFrom("fake-large", "fake-small"),
    kind: fc.constantFrom("model" as const, "tool" as const),
    quality: fc.constantFrom("reported" as const, "estimated" as const, "unknown" as const),
    micros: fc.option(fc.nat({ max: 1_000_000 })),
    inputTokens: tokens,
    outputTokens: tokens,
    settled: fc.boolean(),
  });
  const sums = (table: string, count: string) => `
    select workspace_id, account_id, assistant_id, room_id, provider_id, model_id, personal, kind,
      sum(coalesce(micros, 0))::int micros, sum(coalesce(input_tokens, 0))::int input, sum(coalesce(output_tokens, 0))::int output,
      ${count} from ${table} group by 1, 2, 3, 4, 5, 6, 7, 8 order by 1, 2, 3, 4, 5, 6, 7, 8`;
  await fc.assert(
    fc.asyncProperty(fc.array(spent, { minLength: 1, maxLength: 12 }), async (all) => {
      await Promise.all(
        all.map(async ({ person, kind, quality, micros, inputTokens, outputTokens, settled, ...rest }) => {
          const id = await hold(spendingOf(person, rest as Parameters<Harbour["spendingOf"]>[1]));
          const usage = usageOf(inputTokens, outputTokens, { quality });
          if (settled) await pay(id, { kind, usage, micros });
        }),
      );
      const ledger = await query(
        harbour,
        sums(
          "model_ledger",
          `count(*)::int n, count(*) filter (where quality = 'estimated')::int e,
           count(*) filter (where quality = 'unknown')::int u, count(*) filter (where micros is null)::int p`,
        ),
      );
      const days = await query(
        harbour,
        sums(
          "model_usage_days",
          "sum(entry_count)::int n, sum(estimated_count)::int e, sum(unknown_count)::int u, sum(unpriced_count)::int p",
        ),
      );
      expect(days).toEqual(ledger);
      const spent = await query<{ scope: string; spender: string; micros: number }>(
        harbour,
        "select scope, spender, sum(micros)::int micros from model_spent_days group by 1, 2 order by 1, 2",
      );
      expect(spent).toEqual(await query(harbour, spentInLedger));
    }),
    { numRuns: 12 },
  );
}, 60_000);
