/** Texts wrapped under a new key, page by page: all that open, none that somebody else has written meanwhile. */
import { afterAll, beforeEach, expect, test } from "bun:test";
import { randomBytes } from "node:crypto";
import { cloneDatabase } from "@althing/testkit";
import { sealedColumns } from "../../src/kernel/rewrap.ts";
import { modules } from "../../src/modules.ts";
import { Database } from "../../src/platform/database/index.ts";
import {
  countSealed,
  defineSealed,
  findSettledKeyId,
  openVault,
  rewrapTexts,
  type Vault,
} from "../../src/platform/secrets/index.ts";
import { ringOf } from "../../src/platform/secrets/key-ring.ts";
import { listRows, replaceTexts } from "../../src/platform/secrets/sealed-store.ts";
import { createLog } from "../../src/platform/telemetry/index.ts";

const [older, newer] = [randomBytes(32), randomBytes(32)];
/** More than two pages. */
const count = 1_203;
const treasures = defineSealed("treasures", { table: "treasures", column: "secret" });
const maps = defineSealed("maps", { table: "maps", column: "map", key: ["harbour", "number"] });
const columns = [treasures, maps];

const opened: { database: Database; drop: () => Promise<void> }[] = [];
const logLines: string[] = [];
const log = createLog({ level: "debug", destination: { write: (line) => void logLines.push(line) } });
let database: Database;
let old: Vault;
const vaultOf = (...keys: [Uint8Array, ...Uint8Array[]]) =>
  openVault({ database, readRing: () => Promise.resolve(ringOf(keys)) });

beforeEach(async () => {
  const { url, drop } = await cloneDatabase();
  database = new Database({ connection: { connectionString: url }, poolSize: 4, log });
  opened.push({ database, drop });
  old = await vaultOf(older);
  await database.pool.query("create table treasures (id uuid primary key, secret text)");
  await database.pool.query("create table maps (harbour text, number int, map text, primary key (harbour, number))");
  const ids = Array.from({ length: count }, () => crypto.randomUUID());
  await database.pool.query("insert into treasures select * from unnest($1::uuid[], $2::text[])", [
    ids,
    ids.map((id) => treasures.seal(old, id, `gold of ${id}`)),
  ]);
  const rows = [0, 1, 2].map((number) => ["rock|y", String(number)]);
  for (const row of rows) {
    await database.pool.query("insert into maps values ($1, $2, $3)", [...row, maps.seal(old, row, `map ${row}`)]);
  }
}, 60_000);
afterAll(async () => {
  for (const { database: one, drop } of opened) {
    await one.close();
    await drop();
  }
}, 60_000);

const rewrap = (vault: Vault, more: { signal?: AbortSignal; onProgress?: (fraction: number) => Promise<void> } = {}) =>
  rewrapTexts({ database, log, sealer: vault.sealer, columns, ...more });
const keysInUse = async () => [...new Set((await countSealed(database, columns)).map(({ keyId }) => keyId))];
const rows = async (): Promise<{ id: string; secret: string }[]> =>
  (await database.pool.query("select id, secret from treasures where secret is not null order by id")).rows;

/** Every text opens with these secrets and no other. */
async function expectAllOpen(vault: Vault): Promise<void> {
  for (const { id, secret } of await rows()) expect(treasures.open(vault, id, secret)).toBe(`gold of ${id}`);
  const { rows: found } = await database.pool.query("select harbour, number::text, map from maps");
  for (const { harbour, number, map } of found) {
    expect(maps.open(vault, [harbour, number], map)).toBe(`map ${harbour},${number}`);
  }
}

test("all texts are under the new key, with the root of the signatures, and the old one opens nothing", async () => {
  await database.pool.query("insert into treasures values (gen_random_uuid(), null)");
  const before = await rows();
  const vault = await vaultOf(newer, older);
  const fractions: number[] = [];
  const onProgress = (fraction: number) => Promise.resolve(void fractions.push(fraction));
  expect(await rewrap(vault, { onProgress })).toEqual({ count: count + 3, leftCount: 0 });
  expect(fractions).toEqual(fractions.toSorted((a, b) => a - b));
  expect(fractions.at(-1)).toBe(1);
  expect(await keysInUse()).toEqual([vault.sealer.keyIds[0]]);
  expect(await findSettledKeyId(database)).toBe(vault.sealer.keyIds[0]);
  const alone = await vaultOf(newer);
  await expectAllOpen(alone);
  expect(alone.sign("cursors", "text")).toBe(old.sign("cursors", "text"));
  await expect(vaultOf(older)).rejects.toMatchObject({
    code: "secrets_mismatch",
    message: expect.stringContaining(vault.sealer.keyIds[0]),
  });
  // The bodies are what they were: only their data keys were wrapped anew.
  const bodyOf = ({ secret }: { secret: string }) => secret.split(".")[3];
  expect((await rows()).map(bodyOf)).toEqual(before.map(bodyOf));
  const after = await rows();
  expect(await rewrap(vault)).toEqual({ count: 0, leftCount: 0 });
  expect(await rows()).toEqual(after);
});

test("two servers that do so at once wrap each text once", async () => {
  const vaults = await Promise.all([vaultOf(newer, older), vaultOf(newer, older)]);
  const done = await Promise.all(vaults.map((vault) => rewrap(vault)));
  expect(done.map(({ leftCount }) => leftCount)).toEqual([0, 0]);
  expect(done.reduce((sum, one) => sum + one.count, 0)).toBe(count + 3);
  await expectAllOpen(await vaultOf(newer));
});

test("one that is interrupted leaves everything readable, and the next one ends the work", async () => {
  const vault = await vaultOf(newer, older);
  const stopping = new AbortController();
  const stop = () => Promise.resolve(stopping.abort(new Error("The server stops")));
  await expect(rewrap(vault, { signal: stopping.signal, onProgress: stop })).rejects.toThrow("The server stops");
  expect(await keysInUse()).toHaveLength(2);
  expect(await findSettledKeyId(database)).toBe(old.sealer.keyIds[0]);
  await expectAllOpen(vault);
  expect((await rewrap(vault)).leftCount).toBe(0);
  await expectAllOpen(await vaultOf(newer));
});

test("a text that somebody has written meanwhile is not overwritten", async () => {
  const [first] = await rows();
  if (!first) throw new Error("There is no row");
  const newest = treasures.seal(old, first.id, "silver");
  await database.pool.query("update treasures set secret = $1 where id = $2", [newest, first.id]);
  const replaced = database.write((session) =>
    replaceTexts(session, treasures, [{ row: [first.id], from: first.secret, to: "stale" }]),
  );
  expect(await replaced).toBe(0);
  expect((await rows())[0]?.secret).toBe(newest);
});

test("what a lost key has sealed stays, and holds nothing back", async () => {
  const [first] = await rows();
  const lost = await vaultOf(randomBytes(32), older);
  const text = treasures.seal(lost, first?.id ?? "", "gone");
  await database.pool.query("update treasures set secret = $1 where id = $2", [text, first?.id]);
  const vault = await vaultOf(newer, older);
  expect(await rewrap(vault)).toEqual({ count: count + 2, leftCount: 0 });
  expect(await findSettledKeyId(database)).toBe(vault.sealer.keyIds[0]);
  expect((await rows())[0]?.secret).toBe(text);
  logLines.length = 0;
});

test("a text that lies where it was not sealed stays, is told without being shown, and holds the old key back", async () => {
  const [one, other] = await rows();
  await database.pool.query("update treasures set secret = $1 where id = $2", [one?.secret, other?.id]);
  const vault = await vaultOf(newer, older);
  expect(await rewrap(vault)).toEqual({ count: count + 2, leftCount: 1 });
  expect(await findSettledKeyId(database)).toBe(old.sealer.keyIds[0]);
  expect((await rows())[1]?.secret).toBe(one?.secret ?? "");
  const told = logLines.filter((line) => line.includes("does not open"));
  expect(told).toHaveLength(1);
  expect(told[0]).toContain(other?.id ?? "-");
  expect(told[0]).not.toContain("gold");
  expect(told[0]).not.toContain("v2.");
});

test("every column that a module declares is there, and its rows have names of their own", async () => {
  const unique = `select array_agg(a.attname::text) as names from pg_index i
    join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
    where i.indrelid = $1::regclass and i.indisunique and i.indpred is null group by i.indexrelid`;
  const typeOf = async (table: string, name: string): Promise<string> => {
    const types = "select data_type from information_schema.columns where table_name = $1 and column_name = $2";
    return (await database.pool.query(types, [table, name])).rows[0].data_type;
  };
  for (const column of sealedColumns(modules)) {
    const types = await Promise.all(column.key.map((name) => typeOf(column.table, name)));
    const row = types.map((type) => (type.endsWith("int") || type === "integer" ? "1" : crypto.randomUUID()));
    const from = column.seal(old, row, "text");
    await database.read((session) => listRows(session, column, old.sealer.keyIds[0], row));
    expect(await database.write((session) => replaceTexts(session, column, [{ row, from, to: from }]))).toBe(0);
    const indexes: { names: string[] }[] = (await database.pool.query(unique, [column.table])).rows;
    expect([column.table, indexes.some(({ names }) => names.every((name) => column.key.includes(name)))]).toEqual([
      column.table,
      true,
    ]);
  }
});
