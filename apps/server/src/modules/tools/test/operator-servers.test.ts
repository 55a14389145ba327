import { afterAll, beforeAll, expect, test } from "bun:test";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fakeMcpProgram, startServer } from "@althing/testkit";
import { type Harbour, refusal, startHarbour } from "./harbour.ts";

const folder = mkdtempSync(join(tmpdir(), "althing-tools-"));
const fileOf = (name: string, content: unknown): string => {
  const path = join(folder, name);
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
};
const program = { command: process.execPath, args: [fakeMcpProgram] };
const servers = [
  { name: "local-tides", title: "Local tides", ...program, env: { TIDES_KEY: "not-told" } },
  { name: "others", title: "For others", ...program, workspaces: ["elsewhere"] },
];

let harbour: Harbour;
beforeAll(async () => {
  process.env.ALTHING_NOT_FOR_TOOLS = "secret";
  harbour = await startHarbour({ ALTHING_TOOLS_FILE: fileOf("tools.json", { servers }) });
}, 120_000);
afterAll(async () => {
  await harbour.server.dispose();
  rmSync(folder, { recursive: true });
});

test("a workspace connects what the operator runs for it, and nothing else", async () => {
  const { ana, ben, workspaceId } = harbour;
  const offered = await ana.tools.listOfferedSources({ workspaceId });
  expect(offered).toEqual([{ name: "local-tides", title: "Local tides", description: "", connected: false }]);
  const source = await harbour.connectSource("local", { kind: "operator", name: "local-tides" });
  expect(source).toMatchObject({ kind: "mcp", health: { state: "well" }, connection: { address: null } });
  const call = await harbour.runAndApprove("local__echo", { text: "Ahoy" });
  expect(call).toMatchObject({ state: "done", result: { text: "Ahoy" } });
  const connection = { kind: "operator", name: "others" } as const;
  const create = ana.tools.createToolSource({ workspaceId, slug: "others", title: "Others", connection });
  expect(await refusal(create)).toBe("tool_source_invalid");
  expect(await refusal(ben.tools.listOfferedSources({ workspaceId }))).toBe("forbidden");
}, 60_000);

test("it knows nothing of this server's environment but what the operator gives it", async () => {
  const { ben, workspaceId } = harbour;
  const listed = await ben.tools.listTools({ workspaceId });
  const words = listed.find(({ name }) => name === "local__changing")?.wording.description ?? "";
  expect(words).toContain("TIDES_KEY");
  expect(words).not.toMatch(/ALTHING_|DATABASE_URL/);
});

test("one that dies in the middle of a call fails it, rests, and is started again", async () => {
  const died = await harbour.runAndApprove("local__slow");
  expect(died).toMatchObject({ state: "failed", failure: { kind: "network" } });
  const soon = await harbour.runAndApprove("local__echo", { text: "x" });
  expect(["resting", undefined]).toContain(soon.failure?.kind);
  let again = soon;
  for (let count = 0; count < 100 && again.state !== "done"; count++) {
    again = await harbour.runAndApprove("local__echo", { text: "Back" });
  }
  expect(again.state).toBe("done");
}, 60_000);

test("a file that is wrong is refused at the start, with all that is wrong", async () => {
  const wrong = {
    servers: [
      { name: "Not Good", title: "", command: "x" },
      { name: "b", title: "B", url: "http://x" },
    ],
  };
  const start = (path: string) => startServer({ settings: { ALTHING_TOOLS_FILE: path } });
  const fault = await start(fileOf("wrong.json", wrong)).catch((error: Error) => error);
  expect(String(fault)).toMatch(/servers\.0\.name[\s\S]*servers\.0\.title[\s\S]*servers\.1\.command/);
  expect(String(await start(fileOf("none.json", "{")).catch((error: Error) => error))).toContain("it is not JSON");
  expect(String(await start(join(folder, "absent.json")).catch((error: Error) => error))).toContain("cannot be read");
}, 120_000);
