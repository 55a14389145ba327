/** The keys are rotated while the server runs and people talk: nobody notices, and in the end the old key opens nothing. */
import { afterAll, beforeAll, expect, test } from "bun:test";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { feedOf, type rooms } from "@althing/contract";
import { connect, type Harbour, openHarbour, type Person, startServer, type TestServer } from "@althing/testkit";
import { sealedColumns } from "../../src/kernel/rewrap.ts";
import { modules } from "../../src/modules.ts";
import {
  countSealed,
  findSettledKeyId,
  openVault,
  readKeyRing,
  signingRoot,
} from "../../src/platform/secrets/index.ts";
import { createLog } from "../../src/platform/telemetry/index.ts";
import type { Keys } from "../../src/verbs/keys/keys.ts";
import { listKeys } from "../../src/verbs/keys/list.ts";
import { retireKey } from "../../src/verbs/keys/retire.ts";
import { callerOf } from "../http/caller.ts";

const folder = mkdtempSync(join(tmpdir(), "althing-keys-"));
const ALTHING_MASTER_KEY_FILE = join(folder, "keys");
const [older, newer] = [randomBytes(32).toString("base64"), randomBytes(32).toString("base64")];
const writeKeys = (...keys: string[]) => writeFileSync(ALTHING_MASTER_KEY_FILE, keys.join("\n"), { mode: 0o600 });

let server: TestServer;
let harbour: Harbour;
let roomId: rooms.RoomId;
const servers: TestServer[] = [];
const start = async (settings: Record<string, string> = {}): Promise<TestServer> => {
  const started = await startServer({ settings: { ALTHING_MASTER_KEY_FILE, ALTHING_LOG_LEVEL: "trace", ...settings } });
  servers.push(started);
  return started;
};
beforeAll(async () => {
  writeKeys(older);
  server = await start();
  harbour = await openHarbour(server.url);
  ({ id: roomId } = await harbour.channel("treasury", [harbour.ben]));
}, 60_000);
afterAll(async () => {
  for (const one of servers.reverse()) await one.dispose();
  rmSync(folder, { recursive: true });
}, 60_000);

/** As `kill -HUP` does. */
const reload = () => server.reconfigure(server.kernel.platform.config);

/** As `althing keys` finds an installation. */
async function keysOf({ database, kernel }: TestServer): Promise<Keys> {
  const { config } = kernel.platform;
  const vault = await openVault({ database, readRing: () => readKeyRing(config) });
  const log = createLog({ level: "silent" });
  return { config, database, log, vault, columns: sealedColumns(modules), isAlone: false };
}

/** Sends a message under an idempotency key; the answer to it is kept sealed. */
async function send(url: string, person: Person, key: string, body: string) {
  const asking = { method: "POST", headers: { "idempotency-key": key }, body: { body } };
  const { status, json } = await callerOf(url, person)(`/api/v1/rooms/${roomId}/messages`, asking);
  return { status, data: json.data as { id: string } };
}

/** Keys of the texts that lie in the database. */
async function keysInUse(): Promise<string[]> {
  const counts = await countSealed(server.database, [...sealedColumns(modules), signingRoot]);
  return [...new Set(counts.map(({ keyId }) => keyId))];
}

test("a rotation while people talk ends nobody's session, loses no answer, and frees the old key", async () => {
  const { ana, ben } = harbour;
  const olderId = (await findSettledKeyId(server.database)) ?? "";
  const token = await ben.session.token();
  const kept = await send(server.url, ana, "before", "From before the rotation");
  const ear = await connect(server.url, ben, [{ feed: feedOf.room(roomId) }]);

  let isOver = false;
  const sent: string[] = [];
  const talking = (async () => {
    for (let number = 0; !isOver; number++) {
      const { status, data } = await send(server.url, ana, `during-${number}`, `Number ${number}`);
      expect(status).toBe(201);
      sent.push(data.id);
    }
  })();
  await ear.until(() => sent.length > 20, 10_000);
  writeKeys(newer, older);
  await reload();
  await ear.until(() => sent.length > 40, 10_000);
  await server.settled();
  isOver = true;
  await talking;

  const newerId = (await findSettledKeyId(server.database)) ?? "";
  expect(newerId).not.toBe(olderId);
  await ear.until(() => ear.events.filter(({ type }) => type === "messages.sent").length >= sent.length, 10_000);
  expect(ear.closed).toBeUndefined();
  expect(await retireKey(await keysOf(server), olderId)).toContain("Nothing needs the key");
  expect(await listKeys(await keysOf(server))).toContain(`${olderId}          0 texts   opens; may be retired`);

  writeKeys(newer);
  await reload();
  const [again] = [await send(server.url, ana, "before", "From before the rotation")];
  expect(again).toEqual(kept);
  const asBen = { headers: { authorization: `Bearer ${token}` } };
  expect((await callerOf(server.url)("/api/v1/users/me", asBen)).status).toBe(200);
  expect(await keysInUse()).toEqual([newerId]);
}, 60_000);

test("a server that starts with the new key alone knows everyone and every answer; one with the old key does not start", async () => {
  const { ana, ben } = harbour;
  const token = await ben.session.token();
  const kept = await send(server.url, ana, "before", "From before the rotation");
  await server.stop();
  const next = await start({ DATABASE_URL: server.databaseUrl });
  expect(await send(next.url, ana, "before", "From before the rotation")).toEqual(kept);
  const asBen = { headers: { authorization: `Bearer ${token}` } };
  expect((await callerOf(next.url)("/api/v1/users/me", asBen)).status).toBe(200);

  writeKeys(older);
  const refused = {
    code: "secrets_mismatch",
    message: expect.stringContaining(String(await findSettledKeyId(next.database))),
  };
  await expect(start({ DATABASE_URL: server.databaseUrl })).rejects.toMatchObject(refused);
  // A reload with it leaves the server as it was.
  await expect(next.reconfigure(next.kernel.platform.config)).rejects.toMatchObject(refused);
  expect(await send(next.url, ana, "before", "From before the rotation")).toEqual(kept);
}, 30_000);

test("no log holds a key, a token, what people wrote, or a sealed text", async () => {
  const log = servers.flatMap(({ logLines }) => logLines).join("\n");
  expect(log).toContain("Sealed texts were wrapped under the key that seals");
  const token = (await harbour.ben.session.token()) ?? "";
  for (const secret of [older, newer, token, "From before the rotation", "v2."]) expect(log).not.toContain(secret);
});
