/**
 * The protocol's own conformance suite against our client, one scenario at a time, each in both eras where it has both. Signing
 * in has scenarios of its own; see sign-in.test.ts.
 */
import { expect, test } from "bun:test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const suite = join(import.meta.dirname, "../../../../node_modules/@modelcontextprotocol/conformance/dist/index.js");
const client = `${process.execPath} ${join(import.meta.dirname, "client.ts")}`;
const baseline = join(import.meta.dirname, "expected-failures.yml");

const scenarios: [scenario: string, revision: string][] = [
  ["initialize", "2025-11-25"],
  ["tools_call", "2025-11-25"],
  ["sse-retry", "2025-11-25"],
  ["elicitation-sep1034-client-defaults", "2025-11-25"],
  ["tools_call", "2026-07-28"],
  ["request-metadata", "2026-07-28"],
  ["sep-2322-client-request-state", "2026-07-28"],
  ["http-standard-headers", "2026-07-28"],
  ["http-custom-headers", "2026-07-28"],
  ["http-invalid-tool-headers", "2026-07-28"],
  ["json-schema-ref-no-deref", "2026-07-28"],
  ["json-schema-2020-12-preservation", "2026-07-28"],
];

test.each(scenarios)(
  "the suite's %s of %s finds what is expected",
  async (scenario, revision) => {
    const out = mkdtempSync(join(tmpdir(), "althing-conformance-"));
    const options = ["--scenario", scenario, "--spec-version", revision, "--expected-failures", baseline, "-o", out];
    const run = Bun.spawn([process.execPath, suite, "client", "--command", client, ...options], {
      cwd: out,
      stdout: "pipe",
      stderr: "pipe",
    });
    const told = (await Promise.all([new Response(run.stdout).text(), new Response(run.stderr).text()])).join("\n");
    rmSync(out, { recursive: true });
    expect({ code: await run.exited, told: run.exitCode === 0 ? "" : told }).toEqual({ code: 0, told: "" });
  },
  120_000,
);
