/** The keys are rotated while the server runs and people talk: nobody notices, and in the end the old key opens nothing. */
import { afterAll, beforeAll, expect, test } from "bun:test";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { feedOf, type models, type rooms } from "@althing/contract";
import {
  connect,
  type Harbour,
  openHarbour,
  type Person,
  startModelProvider,
  startServer,
  type TestServer,
} from "@althing/testkit";
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
let connected: models.ProviderDetail;
const providerKey = "sk-harbour-0123456789abcdef-WXYZ";
const provider = await startModelProvider({ key: providerKey });
const servers: TestServer[] = [];
const start = async (settings: Record<string, string> = {}): Promise<TestServer> => {
  const common = { ALTHING_MASTER_KEY_FILE, ALTHING_LOG_LEVEL: "trace", ALTHING_EGRESS_ALLOWED_HOSTS: "127.0.0.1" };
  const started = await startServer({ settings: { ...common, ...settings } });
  servers.push(started);
  return started;
};
beforeAll(async () => {
  writeKeys(older);
  server = await start();
  harbour = await openHarbour(server.url);
  ({ id: roomId } = await harbour.channel("treasury", [harbour.ben]));
  connected = await harbour.ana.models.createProvider({
    workspaceId: harbour.workspaceId,
    kind: "compatible",
    name: "Fake",
    baseUrl: provider.url,
    key: providerKey,
  });
}, 60_000);
afterAll(async () => {
  for (const one of servers.reverse()) await one.dispose();
  await provider.stop();
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

/** What comes of speaking to the provider with the key that Ana has given. */
async function checkProvider(url: string): Promise<unknown> {
  const path = `/api/v1/workspaces/${harbour.workspaceId}/providers/${connected.id}/test`;
  const { json } = await callerOf(url, harbour.ana)(path, { method: "POST", body: {} });
  return (json.data as models.ProviderDetail).check?.code;
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

  const sent: string[] = [];
  const talkWhile = async (goesOn: () => boolean | Promise<boolean>) => {
    while (await goesOn()) {
      const { status, data } = await send(server.url, ana, `during-${sent.length}`, "During the rotation");
      expect(status).toBe(201);
      sent.push(data.id);
    }
  };
  await talkWhile(() => sent.length < 20);
  writeKeys(newer, older);
  await Promise.all([reload(), talkWhile(() => sent.length < 40)]);
  await talkWhile(async () => (await findSettledKeyId(server.database)) === olderId);

  const newerId = (await findSettledKeyId(server.database)) ?? "";
  expect(newerId).not.toBe(olderId);
  await ear.until(() => ear.events.filter(({ type }) => type === "messages.sent").length === sent.length, 30_000);
  expect(ear.closed).toBeUndefined();
  expect(await retireKey(await keysOf(server), olderId)).toContain("Nothing needs the key");
  expect(await listKeys(await keysOf(server))).toContain(`${olderId}          0 texts   opens; may be retired`);

  writeKeys(newer);
  await reload();
  expect(await send(server.url, ana, "before", "From before the rotation")).toEqual(kept);
  const asBen = { headers: { authorization: `Bearer ${token}` } };
  expect((await callerOf(server.url)("/api/v1/users/me", asBen)).status).toBe(200);
  expect(await keysInUse()).toEqual([newerId]);
  expect(await checkProvider(server.url)).toBe("ok");
}, 120_000);

test("a server that starts with the new key alone knows everyone and every answer; one with the old key does not start", async () => {
  const { ana, ben } = harbour;
  const token = await ben.session.token();
  const kept = await send(server.url, ana, "before", "From before the rotation");
  await server.stop();
  const next = await start({ DATABASE_URL: server.databaseUrl });
  expect(await send(next.url, ana, "before", "From before the rotation")).toEqual(kept);
  const asBen = { headers: { authorization: `Bearer ${token}` } };
  expect((await callerOf(next.url)("/api/v1/users/me", asBen)).status).toBe(200);
  expect(await checkProvider(next.url)).toBe("ok");

  writeKeys(older);
  const refused = {
    code: "secrets_mismatch",
    message: expect.stringContaining(String(await findSettledKeyId(next.database))),
  };
  await expect(start({ DATABASE_URL: server.databaseUrl })).rejects.toMatchObject(refused);
  // A reload with it leaves the server as it was.
  await expect(next.reconfigure(next.kernel.platform.config)).rejects.toMatchObject(refused);
  expect(await send(next.url, ana, "before", "From before the rotation")).toEqual(kept);
}, 120_000);

test("no log holds a key, a token, what people wrote, or a sealed text", async () => {
  const log = servers.flatMap(({ logLines }) => logLines).join("\n");
  expect(log).toContain("Sealed texts were wrapped under the key that seals");
  const token = (await harbour.ben.session.token()) ?? "";
  for (const secret of [older, newer, providerKey, token, "From before the rotation", "v2."])
    expect(log).not.toContain(secret);
});
