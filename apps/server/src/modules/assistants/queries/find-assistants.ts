// Assistants as verbs need them: found for who may see them, or not at all.
import { assistants } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import { accessOf, type Call } from "../../../kernel/call.ts";
import { fail } from "../../../kernel/failure.ts";
import type { ReadTx, WriteTx } from "../../../kernel/tx.ts";
import { memberPermissions } from "../../workspaces/index.ts";
import { mayChange, maySee, personOf } from "../policy.ts";
import { findBuiltIn, findRow, lockRow } from "../store/assistants.ts";
import type { AssistantRow } from "../tables.ts";

type Named = { readonly workspaceId: string; readonly assistantId: string };

/** One that is in use and that the account may ask; without an id the workspace's own. */
export async function requireAskable(
  tx: ReadTx,
  accountId: string,
  { workspaceId, assistantId }: { workspaceId: string; assistantId: string | undefined },
): Promise<AssistantRow> {
  const row = assistantId === undefined ? await findBuiltIn(tx, workspaceId) : await findRow(tx, assistantId);
  return (row && (await isAskable(tx, accountId, workspaceId, row)) && row) || fail(assistants.AssistantNotFound);
}

export async function isAskable(
  tx: ReadTx,
  accountId: string,
  workspaceId: string,
  row: AssistantRow,
): Promise<boolean> {
  if (row.workspace_id !== workspaceId || row.archived_at !== null) return false;
  const [standing] = await memberPermissions(tx, [{ workspaceId, accountId }]);
  return standing !== undefined && maySee(row, personOf(accountId, standing));
}

/** For who may look behind it. Of somebody's own one others do not learn that it exists. */
export function requireChangeable(
  call: Call,
  { workspaceId, assistantId }: Named,
  found: AssistantRow | undefined,
): AssistantRow {
  const person = personOf(requireAccount(call.actor).account.id, accessOf(call));
  if (!found || found.account_id !== assistantId || found.workspace_id !== workspaceId || !maySee(found, person))
    return fail(assistants.AssistantNotFound);
  return mayChange(found, person) ? found : fail(assistants.AssistantNotYours);
}

/** The same, held until the end of the transaction; what is built in or archived stays as it is. */
export async function lockChangeable(tx: WriteTx, call: Call, named: Named): Promise<AssistantRow> {
  const row = requireChangeable(call, named, await lockRow(tx, named.assistantId));
  if (row.built_in) fail(assistants.AssistantBuiltIn);
  return row.archived_at === null ? row : fail(assistants.AssistantNotFound);
}
