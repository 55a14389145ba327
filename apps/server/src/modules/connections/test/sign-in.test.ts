import { afterAll, beforeAll, beforeEach, expect, test } from "bun:test";
import type { tools } from "@althing/contract";
import {
  expectConverges,
  type FakeAuthorizationServer,
  openHarbour,
  refusal,
  startAuthorizationServer,
  startServer,
  type TestServer,
} from "@althing/testkit";

let server: TestServer;
let harbour: Awaited<ReturnType<typeof openHarbour>>;
let service: FakeAuthorizationServer;
let roomId: string;
let sourceId: tools.ToolSourceId;
let skippedMs = 0;
const tokenSeconds = 100;

beforeAll(async () => {
  service = await startAuthorizationServer({ tokenSeconds });
  server = await startServer({
    settings: { ALTHING_EGRESS_ALLOWED_HOSTS: "127.0.0.1" },
    clock: () => new Date(Date.now() + skippedMs),
  });
  harbour = await openHarbour(server.url);
  const { ana, workspaceId } = harbour;
  roomId = (await harbour.channel("quay", [harbour.ben, harbour.cem])).id;
  const source = await ana.tools.createToolSource({
    workspaceId,
    slug: "office",
    title: "Harbour office",
    connection: {
      kind: "operations",
      baseUrl: service.serviceUrl,
      operations: [{ name: "me", method: "GET", path: "/me", parameters: { type: "object" } }],
    },
    credential: { kind: "oauth" },
  });
  sourceId = source.id;
  await ana.tools.inspectToolSource({ workspaceId, sourceId });
  const listed = await ana.tools.listTools({ workspaceId, sourceId });
  await ana.tools.approveTools({ workspaceId, tools: listed.map(({ id, fingerprint }) => ({ id, fingerprint })) });
  await ana.tools.setToolPolicy({ workspaceId, pattern: "office__*", decision: "allow" });
}, 120_000);
afterAll(async () => {
  await server.dispose();
  await service.stop();
});
beforeEach(async () => {
  const { ben, workspaceId } = harbour;
  for (const { id } of await ben.connections.listConnections({ workspaceId }))
    await ben.connections.removeConnection({ workspaceId, connectionId: id });
});

const run = async (person = harbour.ben) => {
  const { id: callId } = await person.tools.runTool({ roomId, tool: "office__me", arguments: {} });
  await server.settled();
  return person.tools.getToolCall({ roomId, callId });
};

/** What the browser brings back after somebody agreed. */
async function comeBack(person = harbour.ben) {
  const { authorizeUrl } = await person.connections.beginSignIn({ workspaceId: harbour.workspaceId, sourceId });
  const { searchParams } = await service.agree(authorizeUrl);
  const [state = "", code = "", iss] = ["state", "code", "iss"].map((name) => searchParams.get(name) ?? undefined);
  return { state, code, ...(iss && { iss }) };
}

const signIn = async (person = harbour.ben) => person.connections.finishSignIn(await comeBack(person));

test("a call waits for Ben to sign in, and goes on by itself once he has", async () => {
  const { ben, eve, workspaceId } = harbour;
  const elsewhere = (await eve.accounts.getMe()).workspaces[0]?.id ?? "";
  const views = [
    { person: ben, workspaceId },
    { person: eve, workspaceId: elsewhere, outside: true },
  ];
  const call = await expectConverges(server, views, async () => {
    const waiting = await run();
    expect(waiting).toMatchObject({ state: "needs_sign_in", signIn: { host: new URL(service.serviceUrl).host } });
    expect(waiting.signIn?.url).toBe(`${server.url}/connect/${workspaceId}/${sourceId}`);
    await signIn();
    await server.settled();
    return ben.tools.getToolCall({ roomId, callId: waiting.id });
  });
  expect(call.state).toBe("done");
  expect(call.result?.text).toContain("the harbour master");
  expect(await ben.connections.listConnections({ workspaceId })).toMatchObject([
    { accountId: ben.id, sourceId, issuer: service.issuer, state: "active" },
  ]);
});

test("only who began a sign-in can finish it, once", async () => {
  const { ben, cem } = harbour;
  const back = await comeBack();
  expect(await refusal(cem.connections.finishSignIn(back))).toBe("sign_in_not_yours");
  const tries = await Promise.all(Array.from({ length: 100 }, () => refusal(ben.connections.finishSignIn(back))));
  expect(tries.filter((code) => code === "granted")).toHaveLength(1);
  expect(new Set(tries)).toEqual(new Set(["granted", "sign_in_invalid"]));
  expect(await refusal(ben.connections.finishSignIn({ state: "made-up", code: "x" }))).toBe("sign_in_invalid");
});

test("an answer from another issuer is refused, and uses the sign-in up", async () => {
  const { ben } = harbour;
  const back = await comeBack();
  const forged = { ...back, iss: `${service.issuer}/` };
  expect(await refusal(ben.connections.finishSignIn(forged))).toBe("sign_in_refused");
  expect(await refusal(ben.connections.finishSignIn(back))).toBe("sign_in_invalid");
});

test("who says no is told so, and nothing is kept", async () => {
  const { ben, workspaceId } = harbour;
  const { state, iss } = await comeBack();
  const no = { state, error: "access_denied", ...(iss && { iss }) };
  expect(await refusal(ben.connections.finishSignIn(no))).toBe("sign_in_refused");
  expect(await ben.connections.listConnections({ workspaceId })).toEqual([]);
});

test("fifty calls with a token that ends renew it once", async () => {
  await signIn();
  const before = service.grants.refresh_token;
  skippedMs += tokenSeconds * 0.9 * 1_000;
  const calls = await Promise.all(Array.from({ length: 50 }, () => askForBearer()));
  expect(new Set(calls.map((answer) => answer.kind))).toEqual(new Set(["token"]));
  expect(new Set(calls.map((answer) => (answer.kind === "token" ? answer.token : ""))).size).toBe(1);
  expect(service.grants.refresh_token - before).toBe(1);
  expect((await run()).state).toBe("done");
});

test("a grant that is gone asks for a sign-in again, and says so on every device", async () => {
  const { ben, workspaceId } = harbour;
  await signIn();
  service.endGrants();
  expect((await run()).state).toBe("needs_sign_in");
  expect(await ben.connections.listConnections({ workspaceId })).toMatchObject([{ state: "needs_sign_in" }]);
});

test("a connection taken back is gone at the service, too", async () => {
  const { ben, cem, workspaceId } = harbour;
  const { id: connectionId } = await signIn();
  expect(await refusal(cem.connections.removeConnection({ workspaceId, connectionId }))).toBe("connection_not_found");
  await ben.connections.removeConnection({ workspaceId, connectionId });
  expect(await ben.connections.listConnections({ workspaceId })).toEqual([]);
  expect((await run()).state).toBe("needs_sign_in");
});

test("no token, code or verifier is in a log, an event or an answer", async () => {
  const { ben, workspaceId } = harbour;
  const back = await comeBack();
  await ben.connections.finishSignIn(back);
  const answer = await askForBearer();
  const { rows } = await server.database.pool.query<{ text: string }>("select data::text as text from events");
  const seen = [
    ...server.logLines,
    ...rows.map(({ text }) => text),
    JSON.stringify(await ben.connections.listConnections({ workspaceId })),
  ].join("\n");
  expect(answer.kind).toBe("token");
  for (const secret of [back.code, back.state, answer.kind === "token" ? answer.token : ""])
    expect(seen.includes(secret)).toBe(false);
});

async function askForBearer() {
  const { signInsByOauth } = await import("../bearer.ts");
  const { findSignInSource } = await import("../../tools/index.ts");
  const { platform } = server.kernel;
  const source = await platform.read((tx) => findSignInSource(tx, harbour.workspaceId, sourceId));
  if (!source) throw new Error("The source is gone");
  return signInsByOauth.bearerFor(platform, { accountId: harbour.ben.id, source });
}
