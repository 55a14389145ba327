// What runs of assistants have of tools: the box that is registered at `toolboxes`.

import type { assistants } from "@althing/contract";
import type { ReadTx } from "../../../kernel/tx.ts";
import type { CallOutcome, OfferedTool, Performed, RunFacts, Toolbox } from "../../assistants/index.ts";
import { announceCalls } from "../../assistants/index.ts";
import { passedOver } from "../definitions/likeness.ts";
import { matches } from "../definitions/names.ts";
import { decide } from "../policies/decide.ts";
import { listUsable } from "../queries/catalog.ts";
import { listCallsOfRuns, lockOpenCalls } from "../store/calls.ts";
import { listPolicyRows } from "../store/policies.ts";
import type { CallRow } from "../tables.ts";
import { viewSummary } from "../views.ts";
import { textForModel } from "./for-model.ts";
import { performCall } from "./perform.ts";
import { propose } from "./propose.ts";
import { cancel } from "./steps.ts";

/** Models are told no more of a tool than this. */
const longestDescription = 2_000;

async function list(tx: ReadTx, run: RunFacts): Promise<OfferedTool[]> {
  const [policies, usable] = await Promise.all([listPolicyRows(tx, run.workspaceId), listUsable(tx, run.workspaceId)]);
  const allowed = usable.filter(
    (tool) =>
      run.toolPatterns.some((pattern) => matches(pattern, tool.name)) &&
      decide({ tool, roomId: run.roomId, assistantId: run.assistantId, isGranted: false }, policies).decision !==
        "deny",
  );
  const behind = passedOver(allowed, new Set(run.toolPatterns));
  return allowed
    .filter(({ name }) => !behind.has(name))
    .map(({ name, description, inputSchema }) => ({
      name,
      description: description.slice(0, longestDescription),
      inputSchema: { ...inputSchema, type: "object" },
    }));
}

/** One after the other: what a model wants done second may build on the first. What is approved meanwhile has its turn, too. */
async function perform(...[platform, run, signal]: Parameters<Toolbox["perform"]>): Promise<Performed> {
  for (;;) {
    signal.throwIfAborted();
    const calls = await platform.read((tx) => listCallsOfRuns(tx, [run.runId]));
    const next = calls.find(({ state }) => state === "proposed" || state === "running");
    if (!next) return waitOf(calls);
    await performCall(platform, next.id, { readerIds: run.readerIds, signal });
  }
}

function waitOf(calls: readonly CallRow[]): Performed {
  const states = new Set(calls.map(({ state }) => state));
  if (states.has("needs_sign_in")) return "needs_sign_in";
  return states.has("needs_approval") ? "needs_approval" : "done";
}

const ended = new Set<assistants.ToolCallState>(["done", "failed", "denied", "cancelled"]);

const viewOutcome = (call: CallRow): CallOutcome => ({
  callId: call.id,
  modelCallId: call.model_call_id,
  name: call.name,
  output: textForModel(call),
  failed: call.state !== "done",
  micros: call.micros,
});

export const toolbox: Toolbox = {
  list,
  perform,
  async propose(tx, run, calls) {
    const { workspaceId, roomId, runId, assistantId, asker, toolPatterns: patterns } = run;
    const occasion = { workspaceId, roomId, runId, assistantId, askedBy: asker.id, patterns };
    if ((await propose(tx, occasion, calls)).length > 0) await announceCalls(tx, runId);
  },
  async outcomes(tx, runId) {
    return (await listCallsOfRuns(tx, [runId])).filter(({ state }) => ended.has(state)).map(viewOutcome);
  },
  async summaries(tx, runIds) {
    const calls = Map.groupBy(await listCallsOfRuns(tx, runIds), (call) => call.run_id as assistants.RunId);
    return new Map([...calls].map(([runId, rows]) => [runId, rows.map(viewSummary)]));
  },
  async cancel(tx, runId) {
    for (const call of await lockOpenCalls(tx, runId)) await cancel(tx, call);
  },
};
