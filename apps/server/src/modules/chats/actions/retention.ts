// What is decided about how long conversations are kept, and the holds that keep them all.
import { chats, feedOf, type workspaces } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import type { ReadAction, WriteAction } from "../../../kernel/binding.ts";
import { requireVersion } from "../../../kernel/call.ts";
import type { ReadTx } from "../../../kernel/tx.ts";
import { viewHolds } from "../queries/legal-holds.ts";
import { endHold, findHold, insertHold } from "../store/holds.ts";
import { getRetention, lockRetention, putRetention } from "../store/retention.ts";
import { viewRetention } from "../views.ts";

export const getChatRetention: ReadAction<typeof chats.getChatRetention> = (tx, { input }) =>
  detailOf(tx, input.workspaceId);

/** A hold that is on already stays the one that it is, whatever is said again. */
export const setChatRetention: WriteAction<typeof chats.setChatRetention> = async (tx, call) => {
  const { workspaceId, days, legalHold, reason = "" } = call.input;
  const me = requireAccount(call.actor).account.id;
  await lockRetention(tx, workspaceId);
  const before = await getRetention(tx, workspaceId);
  requireVersion(call, before.version);
  const after = {
    ...before,
    days: days === undefined ? before.days : days,
    legal_hold: legalHold ?? before.legal_hold,
    version: before.version + 1,
  };
  await putRetention(tx, after);
  if (after.legal_hold && !before.legal_hold) {
    const id = tx.newId() as chats.HoldId;
    await insertHold(tx, { id, workspace_id: workspaceId, reason, by_account_id: me, at: tx.now });
  }
  if (!after.legal_hold && before.legal_hold) await endHold(tx, workspaceId, me);
  tx.emit(chats.ChatRetentionChanged, feedOf.workspace(workspaceId), { retention: viewRetention(after) });
  return detailOf(tx, workspaceId);
};

async function detailOf(tx: ReadTx, workspaceId: workspaces.WorkspaceId): Promise<chats.ChatRetentionDetail> {
  const row = await findHold(tx, workspaceId);
  const [hold = null] = await viewHolds(tx, row ? [row] : []);
  return { ...viewRetention(await getRetention(tx, workspaceId)), hold };
}
