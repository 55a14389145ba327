import { type assistants, tools, type workspaces } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import type { WriteAction } from "../../../kernel/binding.ts";
import { accessOf } from "../../../kernel/call.ts";
import { fail } from "../../../kernel/failure.ts";
import { goOn } from "../calls/go-on.ts";
import { propose } from "../calls/propose.ts";
import { lockAndCountOpen } from "../store/calls.ts";
import type { CallRow } from "../tables.ts";
import { viewCall } from "../views.ts";

const limit = tools.callLimits.openPerAccount;

/** What cannot be run is told at once, and leaves no record; of assistants' calls all is kept. */
export const runTool: WriteAction<typeof tools.runTool> = async (tx, call) => {
  const { roomId, tool: name, arguments: given } = call.input;
  const askedBy = requireAccount(call.actor).account.id;
  if ((await lockAndCountOpen(tx, askedBy)) >= limit) fail(tools.TooManyToolCalls, { limit });
  const callId = tx.newId() as assistants.ToolCallId;
  const workspaceId = accessOf(call).workspaceId as workspaces.WorkspaceId;
  const occasion = { workspaceId, roomId, askedBy, runId: null, assistantId: null, patterns: undefined };
  const [proposed] = await propose(tx, occasion, [{ callId, modelCallId: "", name, arguments: given }]);
  if (!proposed) throw new Error("The call was not written down");
  requireProper(proposed);
  await goOn(tx, proposed);
  return viewCall(proposed);
};

function requireProper({ failure_kind, failure_message }: CallRow): void {
  if (failure_kind === "no_such_tool") fail(tools.ToolNotFound);
  if (failure_kind === "bad_arguments") fail(tools.ToolArgumentsWrong, { problems: [failure_message ?? ""] });
  if (failure_kind === "forbidden") fail(tools.ToolForbidden, { reason: failure_message ?? "" });
}
