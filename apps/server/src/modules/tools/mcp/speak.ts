// The two things that are asked of a server: which tools it has, and to use one.

import { tools } from "@althing/contract";
import type { Tool } from "@modelcontextprotocol/client";
import { ToolFault } from "../calls/fault.ts";
import { isBearable } from "../definitions/checkable.ts";
import type { Findings, FoundTool } from "../sources/findings.ts";
import type { Connected } from "./connect.ts";
import { textOfResult } from "./content.ts";

type Time = { readonly timeoutMs: number; readonly signal: AbortSignal };

/** In the order of their names, however the server tells them. */
export async function listTools({ client }: Connected, { timeoutMs, signal }: Time): Promise<Findings> {
  const listed = await client.listTools(undefined, { timeout: timeoutMs, signal, cacheMode: "bypass" });
  const bearable = new Map<string, FoundTool>();
  for (const tool of listed.tools) if (isFit(tool)) bearable.set(tool.name, found(tool));
  const all = [...bearable.values()].toSorted((one, other) => (one.localName < other.localName ? -1 : 1));
  const taken = all.slice(0, tools.sourceLimits.toolsPerSource);
  return {
    tools: taken,
    leftOut: listed.tools.length - taken.length,
    era: client.getNegotiatedProtocolVersion() ?? null,
  };
}

const isFit = ({ name, description = "", inputSchema }: Tool): boolean =>
  /^[\w.\-/]{1,128}$/.test(name) && description.length <= 20_000 && isBearable(inputSchema);

const found = ({ name, title, description = "", inputSchema, annotations }: Tool): FoundTool => ({
  localName: name,
  wording: {
    title: title ?? annotations?.title ?? null,
    description,
    inputSchema,
    hints: {
      ...(annotations?.readOnlyHint !== undefined && { readOnly: annotations.readOnlyHint }),
      ...(annotations?.destructiveHint !== undefined && { destructive: annotations.destructiveHint }),
      ...(annotations?.openWorldHint !== undefined && { openWorld: annotations.openWorldHint }),
    },
  },
});

export type Use = {
  readonly localName: string;
  readonly inputSchema: Record<string, unknown>;
  readonly arguments: Record<string, unknown>;
};

/** By the definition that was approved: the server's own of this moment is not asked for. */
export async function useTool({ client, wishes }: Connected, use: Use, { timeoutMs, signal }: Time): Promise<string> {
  const toolDefinition = { name: use.localName, inputSchema: { ...use.inputSchema, type: "object" as const } };
  const result = await client.callTool(
    { name: use.localName, arguments: use.arguments },
    { timeout: timeoutMs, maxTotalTimeout: timeoutMs, signal, toolDefinition },
  );
  if (wishes.visit) throw wishes.visit;
  const text = textOfResult(result);
  if (result.isError) throw new ToolFault("tool_said_so", "The tool says that it failed.", text);
  return text;
}
