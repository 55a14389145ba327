import type { models } from "@althing/contract";
import type { ReadAction } from "../../../kernel/binding.ts";
import { listBilledRows } from "../store/bills.ts";

export const listBilledProviders: ReadAction<typeof models.listBilledProviders> = async (tx, { input }) =>
  (await listBilledRows(tx, input.workspaceId)).map(({ id, name, deleted_at }) => ({
    id,
    name,
    deletedAt: deleted_at?.toISOString() ?? null,
  }));
