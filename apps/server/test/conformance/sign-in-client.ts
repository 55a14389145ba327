/**
 * Ana, who connects the suite's server (the last argument) in her workspace of a running Althing, signs in as often as she
 * is asked, and runs its tools: all through the API, so that what is judged is the module connections as it is.
 */
import { feedOf, type tools } from "@althing/contract";
import { createClient } from "@althing/sdk";
import { connect, type Person, password } from "@althing/testkit/harbour";

const url = process.argv.at(-1) ?? "";
const althing = process.env.ALTHING_URL ?? "";
const context = JSON.parse(process.env.MCP_CONFORMANCE_CONTEXT ?? "{}") as Context;
type Context = { issuer?: string; client_id?: string; client_secret?: string };

/** Nobody signs in for ever: a service that is never content is left. */
const mostSignIns = 3;
const waits: ReadonlySet<tools.ToolCall["state"]> = new Set(["proposed", "running"]);

const client = createClient({ baseUrl: althing });
const signedIn = await client.accounts.login({ email: process.env.ALTHING_EMAIL ?? "", password });
await client.session.start(signedIn);
const ana: Person = Object.assign(client, { ...signedIn.account, email: process.env.ALTHING_EMAIL ?? "" });
const workspaceId = process.env.ALTHING_WORKSPACE ?? "";
const { id: roomId } = await ana.rooms.createRoom({ workspaceId, kind: "dm", memberIds: [ana.id] });
const ear = await connect(althing, ana, [{ feed: feedOf.account(ana.id) }]);

async function signIn(sourceId: string): Promise<void> {
  const { authorizeUrl } = await ana.connections.beginSignIn({ workspaceId, sourceId });
  const answer = await fetch(authorizeUrl, { redirect: "manual" });
  const { searchParams } = new URL(answer.headers.get("location") ?? "");
  const [state = "", code, iss] = ["state", "code", "iss"].map((one) => searchParams.get(one) ?? undefined);
  await ana.connections.finishSignIn({ state, ...(code && { code }), ...(iss && { iss }) });
}

/** Runs a tool to its end, signing in where that is wanted. */
async function run(tool: string, sourceId: string): Promise<void> {
  const { id: callId, state } = await ana.tools.runTool({ roomId, tool });
  if (state === "needs_approval") await ana.tools.approveToolCall({ roomId, callId });
  for (let signIns = 1, heard = 0; ; signIns++) {
    const call = await ear.until(() => {
      const told = ear.events.slice(heard).flatMap(({ type, data }) => {
        return type === "tools.call_changed" ? [(data as { call: tools.ToolCall }).call] : [];
      });
      return told.find(({ id, state: now }) => id === callId && now !== "needs_approval" && !waits.has(now));
    }, 20_000);
    if (call.state !== "needs_sign_in" || signIns >= mostSignIns) return;
    heard = ear.events.length;
    await signIn(sourceId);
  }
}

async function useAll(): Promise<void> {
  const { issuer, client_id: clientId, client_secret: clientSecret } = context;
  if (issuer && clientId)
    await ana.connections.setOauthClient({ workspaceId, issuer, clientId, ...(clientSecret && { clientSecret }) });
  const slug = `suite${crypto.randomUUID().slice(0, 8)}`;
  const source = { slug, title: "Suite", connection: { kind: "mcp", url } } as const;
  const { id: sourceId } = await ana.tools.createToolSource({
    workspaceId,
    ...source,
    credential: { kind: "oauth" },
  });
  await signIn(sourceId);
  await ana.tools.inspectToolSource({ workspaceId, sourceId });
  const listed = await ana.tools.listTools({ workspaceId, sourceId });
  await ana.tools.approveTools({ workspaceId, tools: listed.map(({ id, fingerprint }) => ({ id, fingerprint })) });
  for (const { name: tool } of listed) await run(tool, sourceId);
}

await useAll().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
ear.close();
process.exit(process.exitCode);
