// Runs as verbs need them: found in their room by who may see them, or not at all.
import { type AccountId, assistants } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import { accessOf, type Call } from "../../../kernel/call.ts";
import { fail } from "../../../kernel/failure.ts";
import type { ReadTx, WriteTx } from "../../../kernel/tx.ts";
import { memberPermissions } from "../../workspaces/index.ts";
import { findRunRow, lockRun } from "../store/runs.ts";
import type { RunRow } from "../tables.ts";

type Named = { readonly roomId: string; readonly runId: string };

/** A run for one's own eyes is there for nobody else. */
export const maySeeRun = (run: RunRow, accountId: string): boolean =>
  run.audience === "room" || run.asked_by === accountId;

const seenBy = (accountId: AccountId, roomId: string, row: RunRow | undefined): RunRow =>
  row && row.room_id === roomId && maySeeRun(row, accountId) ? row : fail(assistants.RunNotFound);

export const requireRun = async (tx: ReadTx, accountId: AccountId, { roomId, runId }: Named): Promise<RunRow> =>
  seenBy(accountId, roomId, await findRunRow(tx, runId));

/** Held until the end of the transaction; for who asked, or may manage all assistants. */
export async function lockOwnRun(tx: WriteTx, call: Call, named: Named): Promise<RunRow> {
  const { account } = requireAccount(call.actor);
  const run = seenBy(account.id, named.roomId, await lockRun(tx, named.runId));
  if (run.asked_by === account.id) return run;
  const { workspaceId } = accessOf(call);
  const [standing] = await memberPermissions(tx, [{ workspaceId, accountId: account.id }]);
  const mayManage = standing?.permissions.has(assistants.AssistantManage.name) ?? false;
  return mayManage ? run : fail(assistants.RunNotYours);
}
