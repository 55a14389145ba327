import { models } from "@althing/contract";
import type { WriteAction } from "../../../kernel/binding.ts";
import { fail } from "../../../kernel/failure.ts";
import { deleteBillRow } from "../store/bills.ts";

export const deleteBill: WriteAction<typeof models.deleteBill> = async (tx, { input: { workspaceId, billId } }) => {
  if (!(await deleteBillRow(tx, workspaceId, billId))) fail(models.BillNotFound);
  return null;
};
