// Calls of tools that are made, or wanted, in one's own name.
import { tools } from "@althing/contract";
import { drop, put } from "./records.ts";
import { on } from "./reducer.ts";
import type { Replica } from "./state.ts";

export const fromToolCall = (replica: Replica, call: tools.ToolCall): Replica =>
  (replica.toolCalls[call.id]?.version ?? 0) > call.version
    ? replica
    : { ...replica, toolCalls: put(replica.toolCalls, call.id, call) };

export const withoutToolCallsOf = (replica: Replica, roomId: string): Replica => ({
  ...replica,
  toolCalls: drop(
    replica.toolCalls,
    ...Object.values(replica.toolCalls).flatMap((call) => (call.roomId === roomId ? [call.id] : [])),
  ),
});

export const toolReducers = [on(tools.ToolCallChanged, (replica, { data: { call } }) => fromToolCall(replica, call))];
