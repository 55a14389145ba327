import { models } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import type { WriteAction } from "../../../kernel/binding.ts";
import { accessOf } from "../../../kernel/call.ts";
import { fail } from "../../../kernel/failure.ts";
import { requireAlso } from "../../../kernel/permission.ts";
import { viewBills } from "../queries/list-bills.ts";
import { findEverShared } from "../queries/transcription.ts";
import { getBillRow, putBill } from "../store/bills.ts";
import { feedsOfBills } from "./announce-bill.ts";

/** Of the workspace's providers alone, also when they are gone: who pays for a key of their own is billed elsewhere. */
export const setBill: WriteAction<typeof models.setBill> = async (tx, call) => {
  requireAlso(accessOf(call), models.UsageView);
  const { workspaceId, providerId, from, to, micros } = call.input;
  if (!(await findEverShared(tx, workspaceId, providerId))) fail(models.ProviderNotFound);
  const id = await putBill(tx, {
    id: tx.newId() as models.BillId,
    workspace_id: workspaceId,
    provider_id: providerId,
    first_day: from,
    last_day: to,
    micros,
    entered_by: requireAccount(call.actor).account.id,
    entered_at: tx.now,
  });
  const [bill] = (await viewBills(tx, [await getBillRow(tx, id)])) as [models.Bill];
  for (const feed of await feedsOfBills(tx, workspaceId)) tx.emit(models.BillSet, feed, { bill });
  return bill;
};
