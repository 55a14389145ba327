/** The suite's scenarios of signing in, in both eras, against a running Althing; what fails on purpose stands in the list. */
import { afterAll, beforeAll, expect, test } from "bun:test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { signUp, startServer, type TestServer } from "@althing/testkit";

const suite = join(import.meta.dirname, "../../../../node_modules/@modelcontextprotocol/conformance/dist/index.js");
const client = `${process.execPath} ${join(import.meta.dirname, "sign-in-client.ts")}`;
const baseline = join(import.meta.dirname, "expected-sign-in-failures.yml");

let server: TestServer;
let ana: Awaited<ReturnType<typeof signUp>>;
beforeAll(async () => {
  const settings = { ALTHING_EGRESS_ALLOWED_HOSTS: "localhost,127.0.0.1", ALTHING_SOCKETS_PER_ACCOUNT: "100" };
  server = await startServer({ settings });
  ana = await signUp(server.url, "Ana", { workspaceName: "Harbour" });
});
afterAll(() => server.dispose());

test.each(["2025-11-25", "2026-07-28"])(
  "the suite's scenarios of signing in of %s find what is expected",
  async (revision) => {
    const out = mkdtempSync(join(tmpdir(), "althing-conformance-"));
    const options = ["--suite", "auth", "--spec-version", revision, "--expected-failures", baseline, "-o", out];
    const run = Bun.spawn([process.execPath, suite, "client", "--command", client, "--verbose", ...options], {
      cwd: out,
      env: {
        ...process.env,
        ALTHING_URL: server.url,
        ALTHING_EMAIL: ana.person.email,
        ALTHING_WORKSPACE: ana.workspace,
      },
      stdout: "pipe",
      stderr: "pipe",
    });
    const told = (await Promise.all([new Response(run.stdout).text(), new Response(run.stderr).text()])).join("\n");
    rmSync(out, { recursive: true });
    expect({ code: await run.exited, told: run.exitCode === 0 ? "" : told }).toEqual({ code: 0, told: "" });
  },
  120_000,
);
