import { models } from "@althing/contract";
import type { WriteAction } from "../../../kernel/binding.ts";
import { fail } from "../../../kernel/failure.ts";
import { deleteBillRow } from "../store/bills.ts";
import { feedsOfBills } from "./announce-bill.ts";

export const deleteBill: WriteAction<typeof models.deleteBill> = async (tx, { input: { workspaceId, billId } }) => {
  if (!(await deleteBillRow(tx, workspaceId, billId))) fail(models.BillNotFound);
  for (const feed of await feedsOfBills(tx, workspaceId)) tx.emit(models.BillDeleted, feed, { workspaceId, billId });
  return null;
};
