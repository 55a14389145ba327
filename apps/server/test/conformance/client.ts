/**
 * Our client of the Model Context Protocol as the conformance suite drives it: the very code that calls tools, between the
 * suite's server (the last argument) and what each scenario wants of a host. The egress is real; only this machine is let in.
 */

import type { Platform } from "../../src/kernel/platform.ts";
import { overHttp } from "../../src/modules/tools/mcp/over-http.ts";
import { listTools, useTool } from "../../src/modules/tools/mcp/speak.ts";
import { createEgress } from "../../src/platform/egress/index.ts";
import { createLog } from "../../src/platform/telemetry/index.ts";

const url = process.argv.at(-1) ?? "";
const scenario = process.env.MCP_CONFORMANCE_SCENARIO ?? "";
const context = JSON.parse(process.env.MCP_CONFORMANCE_CONTEXT ?? "{}") as Context;

type Context = { toolCalls?: { name: string; arguments?: Record<string, unknown> }[] };

const log = createLog({ level: "silent" });
const platform = { egress: createEgress({ allowedHosts: () => ["localhost", "127.0.0.1"], log }) } as Platform;
const time = { timeoutMs: 10_000, signal: new AbortController().signal };

/** What fits a schema: the least that it asks for. */
function sample(schema: Record<string, unknown>): Record<string, unknown> {
  const properties = (schema.properties ?? {}) as Record<string, { type?: string; default?: unknown }>;
  const values = { string: "text", number: 2, integer: 2, boolean: true, array: [], object: {} };
  return Object.fromEntries(
    Object.entries(properties).map(([name, { type = "string", default: given }]) => [
      name,
      given ?? values[type as keyof typeof values] ?? "text",
    ]),
  );
}

await overHttp(platform, { url, headers: {}, token: undefined }, time, async (connected, signal) => {
  const { tools } = await listTools(connected, { ...time, signal });
  const schemas = new Map(tools.map(({ localName, wording }) => [localName, wording.inputSchema]));
  const echo = schemas.has("json_schema_echo")
    ? [{ name: "json_schema_echo", arguments: { schema: schemas.get("json_schema_2020_12_tool") } }]
    : undefined;
  const wanted =
    context.toolCalls ??
    echo ??
    tools.map(({ localName, wording }) => ({ name: localName, arguments: sample(wording.inputSchema) }));
  for (const { name, arguments: given = {} } of wanted) {
    const inputSchema = schemas.get(name) ?? {};
    await useTool(connected, { localName: name, inputSchema, arguments: given }, { ...time, signal }).catch(
      () => undefined,
    );
  }
}).catch((error: unknown) => {
  process.stderr.write(`${scenario}: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
