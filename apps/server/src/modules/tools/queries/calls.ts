import { tools, type workspaces } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import type { ReadAction } from "../../../kernel/binding.ts";
import { accessOf, PageOf } from "../../../kernel/call.ts";
import { fail } from "../../../kernel/failure.ts";
import { decide } from "../policies/decide.ts";
import { findCall, listCallRows } from "../store/calls.ts";
import { listGrants, listPolicyRows } from "../store/policies.ts";
import { viewCall } from "../views.ts";
import { listUsable } from "./catalog.ts";

export const listToolCalls: ReadAction<typeof tools.listToolCalls> = async (tx, { actor, input, cursor }) => {
  const { roomId, runId, waiting, limit } = input;
  const askedBy = requireAccount(actor).account.id;
  const wanted = { roomId, askedBy, runId, onlyWaiting: waiting === "true", before: cursor?.before };
  const rows = await listCallRows(tx, { ...wanted, limit: limit + 1 });
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return new PageOf(rows.slice(0, limit).map(viewCall), { next: last && { before: last.ordinal } });
};

export const getToolCall: ReadAction<typeof tools.getToolCall> = async (tx, { actor, input }) => {
  const call = await findCall(tx, input.callId);
  const isMine = call?.room_id === input.roomId && call.asked_by === requireAccount(actor).account.id;
  return call && isMine ? viewCall(call) : fail(tools.ToolCallNotFound);
};

export const listRunnableTools: ReadAction<typeof tools.listRunnableTools> = async (tx, call) => {
  const { roomId } = call.input;
  const workspaceId = accessOf(call).workspaceId as workspaces.WorkspaceId;
  const [policies, grants] = [
    await listPolicyRows(tx, workspaceId),
    await listGrants(tx, requireAccount(call.actor).account.id, roomId),
  ];
  return (await listUsable(tx, workspaceId)).flatMap((tool) => {
    const isGranted = grants.get(tool.name) === tool.fingerprint;
    const { decision, reason } = decide({ tool, roomId, assistantId: null, isGranted }, policies);
    const { name, title, description, inputSchema, source } = tool;
    return decision === "deny"
      ? []
      : [{ name, title, description, inputSchema, source: source.title, decision, reason }];
  });
};
