import type { tools, workspaces } from "@althing/contract";
import type { ReadAction } from "../../../kernel/binding.ts";
import type { ReadTx } from "../../../kernel/tx.ts";
import { listPriceRows } from "../store/prices.ts";
import { viewPrice } from "../views.ts";

export const viewPrices = async (tx: ReadTx, workspaceId: workspaces.WorkspaceId): Promise<tools.ToolPrice[]> =>
  (await listPriceRows(tx, workspaceId)).map(viewPrice);

export const listToolPrices: ReadAction<typeof tools.listToolPrices> = (tx, { input }) =>
  viewPrices(tx, input.workspaceId);
