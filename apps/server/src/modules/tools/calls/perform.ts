/**
 * Carries out one call. That it runs is written before anything is done, so that after a crash it is known which calls may
 * have happened: those are never made again, unless they only read. Rights, policies and the tool itself are asked anew at
 * this moment: between approval and call a person may have left, and a tool may have changed.
 */
import { type AccountId, type assistants, errors, rooms as roomContract } from "@althing/contract";
import { type AccountActor, system } from "../../../kernel/actor.ts";
import { Failure } from "../../../kernel/failure.ts";
import type { Platform } from "../../../kernel/platform.ts";
import type { WriteTx } from "../../../kernel/tx.ts";
import { findActor } from "../../accounts/index.ts";
import { requireRoom } from "../../rooms/index.ts";
import { builtInTools } from "../built-in/registry.ts";
import { decide } from "../policies/decide.ts";
import { listUsable, type UsableTool } from "../queries/catalog.ts";
import { use } from "../sources/reach.ts";
import { lockCall } from "../store/calls.ts";
import { listPolicyRows } from "../store/policies.ts";
import type { CallRow } from "../tables.ts";
import { SignInNeeded, ToolFault } from "./fault.ts";
import { awaitSignIn, begin, beginAgain, failWith, finish } from "./steps.ts";

export type Circumstances = {
  /** Who will see what comes of it. */
  readonly readerIds: readonly AccountId[];
  readonly signal: AbortSignal;
};

type CallId = assistants.ToolCallId;
type Begun = { readonly call: CallRow; readonly tool: UsableTool; readonly actor: AccountActor };

/** Does nothing where the call waits for somebody or has ended. Throws only what `signal` was aborted with, and bugs. */
export async function performCall(platform: Platform, callId: CallId, circumstances: Circumstances): Promise<void> {
  const begun = await platform.write(system, (tx) => start(tx, callId));
  if (!begun) return;
  const ended = await carryOut(platform, begun, circumstances);
  await platform.write(system, async (tx) => {
    const call = await lockCall(tx, callId);
    // Somebody stopped it meanwhile: what came back is for nobody.
    if (call?.state !== "running") return;
    await ended(tx, call);
  });
}

async function start(tx: WriteTx, callId: CallId): Promise<Begun | undefined> {
  const call = await lockCall(tx, callId);
  if (call?.state !== "proposed" && call?.state !== "running") return undefined;
  const isAgain = call.state === "running";
  try {
    if (isAgain && !call.reads) {
      throw new ToolFault("may_have_happened", "The server stopped while it ran: it may have happened, or not.");
    }
    const { tool, actor } = await requireStill(tx, call);
    return { call: await (isAgain ? beginAgain : begin)(tx, call), tool, actor };
  } catch (error) {
    if (!(error instanceof ToolFault)) throw error;
    await failWith(tx, call, error);
    return undefined;
  }
}

/** The person may still do it, and it is still what was judged. */
async function requireStill(tx: WriteTx, call: CallRow): Promise<{ tool: UsableTool; actor: AccountActor }> {
  const actor = await findActor(tx, call.asked_by);
  if (!actor) throw new ToolFault("forbidden", "The person who asked is not here any more.");
  await requireRoom(tx, actor, call.room_id, roomContract.RoomView).catch((error: unknown) => {
    throw error instanceof Failure ? new ToolFault("forbidden", "The person who asked has left the room.") : error;
  });
  const tool = (await listUsable(tx, call.workspace_id)).find(({ name }) => name === call.name);
  if (tool?.fingerprint !== call.fingerprint) {
    throw new ToolFault("no_such_tool", "The tool has changed, or is not used here any more.");
  }
  const question = { tool, roomId: call.room_id, assistantId: call.assistant_id, isGranted: true };
  const { decision, reason } = decide(question, await listPolicyRows(tx, call.workspace_id));
  if (decision === "deny") throw new ToolFault("forbidden", reason);
  return { tool, actor };
}

type Ending = (tx: WriteTx, call: CallRow) => Promise<unknown>;

async function carryOut(platform: Platform, begun: Begun, circumstances: Circumstances): Promise<Ending> {
  try {
    const output = await (begun.tool.row ? useForeign : useOwn)(platform, begun, circumstances);
    return (tx, call) => finish(tx, call, output);
  } catch (error) {
    circumstances.signal.throwIfAborted();
    if (error instanceof SignInNeeded) return (tx, call) => awaitSignIn(tx, call, error);
    return (tx, call) => failWith(tx, call, faultOf(platform, call, error));
  }
}

function useOwn(
  platform: Platform,
  { call, tool, actor }: Begun,
  { readerIds, signal }: Circumstances,
): Promise<string> {
  const own = builtInTools.find(tool.name);
  if (!own) throw new Error(`The tool ${tool.name} is not registered`);
  const asking = {
    callId: call.id,
    actor,
    workspaceId: call.workspace_id,
    roomId: call.room_id,
    assistantId: call.assistant_id,
    readerIds,
    signal,
  };
  return own.perform(
    platform,
    { ...asking, call: (route, input) => platform.call(route, actor, input) },
    call.arguments,
  );
}

function useForeign(platform: Platform, { call, tool, actor }: Begun, { signal }: Circumstances): Promise<string> {
  if (!tool.row) throw new Error(`The tool ${tool.name} has no source`);
  const what = {
    localName: tool.localName,
    inputSchema: tool.inputSchema,
    arguments: (call.arguments ?? {}) as Record<string, unknown>,
  };
  return use(platform, tool.row, what, { accountId: actor.account.id, signal });
}

/** What a route refuses is a fault with the sentence that anyone would be told; anything else is a bug of ours. */
function faultOf({ log }: Platform, call: CallRow, error: unknown): ToolFault {
  if (error instanceof ToolFault) return error;
  if (error instanceof Failure) {
    const { code, title, message } = error.def;
    if (code === errors.ValidationFailed.code) return new ToolFault("bad_arguments", `${title}. ${message}`);
    return new ToolFault("tool_said_so", `${title}. ${message}`);
  }
  log.error({ err: error, callId: call.id, tool: call.name }, "A tool failed in a way that nobody foresaw");
  return new ToolFault("internal", "It failed here, in a way that nobody foresaw.");
}
