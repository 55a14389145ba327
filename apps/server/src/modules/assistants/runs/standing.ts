/** Whether a run may still go on: asked when it is claimed, before each step and before it says anything. */
import { type AccountId, assistants, messages, type rooms } from "@althing/contract";
import type { ReadTx } from "../../../kernel/tx.ts";
import { listAccountRefs } from "../../accounts/index.ts";
import { listMemberIds, type RoomFacts, roomScope } from "../../rooms/index.ts";
import { listMemberAccountIds } from "../../workspaces/index.ts";
import { isAskable } from "../queries/find-assistants.ts";
import { findRow } from "../store/assistants.ts";
import type { AssistantRow, RunRow } from "../tables.ts";
import { RunFault } from "./faults.ts";

export type RunStanding = { readonly assistant: AssistantRow; readonly room: RoomFacts };

/** Who asked must still be able to ask here, and to post where the answer is for everyone. */
export async function requireStanding(tx: ReadTx, run: RunRow): Promise<RunStanding> {
  const [access] = await roomScope.resolve(tx, [{ accountId: run.asked_by, id: run.room_id }]);
  const needed = [assistants.AssistantAsk, ...(run.audience === "room" ? [messages.MessageSend] : [])];
  if (!access || access.frozen || !needed.every(({ name }) => access.permissions.has(name)))
    throw new RunFault("rights_lost");
  const assistant = await findRow(tx, run.assistant_id);
  const isThere = assistant && (await isAskable(tx, run.asked_by, run.workspace_id, assistant));
  if (!isThere) throw new RunFault("assistant_gone");
  return { assistant, room: access.facts };
}

/** Everyone who may read the answer. A public channel is read by all of the workspace but its guests elsewhere. */
export async function listReaders(
  tx: ReadTx,
  run: Pick<RunRow, "audience" | "asked_by" | "workspace_id" | "room_id">,
  room: Pick<rooms.Room, "kind" | "visibility">,
): Promise<AccountId[]> {
  if (run.audience === "asker") return [run.asked_by];
  const [present, visitors] = await Promise.all([
    listMemberIds(tx, run.room_id),
    isPublic(room) ? listMemberAccountIds(tx, run.workspace_id) : [],
  ]);
  const refs = await listAccountRefs(tx, [...new Set([run.asked_by, ...present, ...visitors])]);
  // Nobody reads as an assistant, or under a name that came with history.
  return [...refs.values()].filter(({ kind }) => kind === "person" || kind === "bot").map(({ id }) => id);
}

const isPublic = ({ kind, visibility }: Pick<rooms.Room, "kind" | "visibility">): boolean =>
  kind === "channel" && visibility === "public";
