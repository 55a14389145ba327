// What an assistant, or a person, wants to have done is written down and judged before anything happens.
import type { AccountId, assistants, rooms, workspaces } from "@althing/contract";
import { tools } from "@althing/contract";
import type { WriteTx } from "../../../kernel/tx.ts";
import { problemsOf } from "../definitions/check-arguments.ts";
import { matches } from "../definitions/names.ts";
import { decide, type Verdict } from "../policies/decide.ts";
import { listUsable, type UsableTool } from "../queries/catalog.ts";
import { insertCalls } from "../store/calls.ts";
import { listGrants, listPolicyRows } from "../store/policies.ts";
import type { CallRow, NewCall } from "../tables.ts";
import { announce } from "./steps.ts";

export type Wanted = {
  readonly callId: assistants.ToolCallId;
  readonly modelCallId: string;
  readonly name: string;
  readonly arguments: unknown;
  readonly invalid?: string;
};

/** Where and for whom calls are wanted. */
export type Occasion = {
  readonly workspaceId: workspaces.WorkspaceId;
  readonly roomId: rooms.RoomId;
  readonly askedBy: AccountId;
  readonly runId: assistants.RunId | null;
  readonly assistantId: AccountId | null;
  /** What may be called at all; everything for a person. */
  readonly patterns: readonly string[] | undefined;
};

/** Gives those that were not known before. */
export async function propose(tx: WriteTx, occasion: Occasion, wanted: readonly Wanted[]): Promise<CallRow[]> {
  if (wanted.length === 0) return [];
  const judge = await createJudge(tx, occasion);
  const calls = await insertCalls(
    tx,
    wanted.map((one) => ({ ...columnsOf(tx, occasion, one), ...judge(one) })),
  );
  for (const call of calls) announce(tx, call);
  return calls;
}

type Judged = Pick<
  NewCall,
  "state" | "decision" | "reason" | "may_remember" | "failure_kind" | "failure_message" | "ended_at"
> &
  Pick<NewCall, "title" | "source_title" | "source_id" | "fingerprint" | "reads">;

async function createJudge(tx: WriteTx, { workspaceId, roomId, askedBy, assistantId, patterns }: Occasion) {
  const usable = new Map((await listUsable(tx, workspaceId)).map((tool) => [tool.name, tool]));
  const policies = await listPolicyRows(tx, workspaceId);
  const grants = await listGrants(tx, askedBy, roomId);
  const refused = (kind: tools.ToolFailureKind, failure_message: string) => ({
    state: kind === "forbidden" ? ("denied" as const) : ("failed" as const),
    failure_kind: kind,
    failure_message,
    ended_at: tx.now,
  });

  return ({ name, arguments: given, invalid }: Wanted): Judged => {
    const tool = usable.get(name);
    const isOffered = patterns?.some((pattern) => matches(pattern, name)) ?? true;
    if (!tool || !isOffered) {
      return { ...unknown(name), ...refused("no_such_tool", "There is no such tool for this assistant here.") };
    }
    const isGranted = grants.get(name) === tool.fingerprint;
    const verdict = decide({ tool, roomId, assistantId, isGranted }, policies);
    const about = { ...factsOf(tool), ...judged(verdict) };
    if (verdict.decision === "deny") return { ...about, ...refused("forbidden", verdict.reason) };
    const problems = invalid === undefined ? problemsOf(tool.inputSchema, given) : [invalid];
    problems.push(...troublesOf(given));
    if (problems.length > 0) return { ...about, ...refused("bad_arguments", problems.join(" ")) };
    return { ...about, state: verdict.decision === "allow" ? "proposed" : "needs_approval" };
  };
}

/** What keeps arguments from being written down just as they are. */
function troublesOf(given: unknown): string[] {
  const text = JSON.stringify(given ?? null);
  const isTooLarge = Buffer.byteLength(text) > tools.callLimits.argumentsBytes;
  return [
    ...(isTooLarge ? [`The arguments are larger than ${tools.callLimits.argumentsBytes} bytes.`] : []),
    ...(text.includes("\\u0000") ? ["The arguments hold a zero character."] : []),
  ];
}

const factsOf = ({ title, source, fingerprint, reads }: UsableTool) => ({
  title,
  source_title: source.title,
  source_id: source.id,
  fingerprint,
  reads,
});

const judged = ({ decision, reason, mayRemember }: Verdict) => ({ decision, reason, may_remember: mayRemember });

const unknown = (name: string) => ({
  title: name.slice(0, 200),
  source_title: "",
  source_id: null,
  fingerprint: "",
  reads: false,
  ...judged({ decision: "deny", reason: "There is no such tool here.", mayRemember: false }),
});

const columnsOf = (tx: WriteTx, occasion: Occasion, { callId, modelCallId, name, arguments: given }: Wanted) => ({
  id: callId,
  workspace_id: occasion.workspaceId,
  room_id: occasion.roomId,
  run_id: occasion.runId,
  assistant_id: occasion.assistantId,
  asked_by: occasion.askedBy,
  model_call_id: modelCallId,
  name: name.slice(0, 200),
  arguments: troublesOf(given).length > 0 ? "null" : JSON.stringify(given ?? null),
  created_at: tx.now,
});
