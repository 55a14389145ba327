import { type FeedName, feedOf, models } from "@althing/contract";
import type { ReadTx } from "../../../kernel/tx.ts";
import { listHolders } from "../../workspaces/index.ts";

/** Whoever may see bills hears of them. */
export const feedsOfBills = async (tx: ReadTx, workspaceId: string): Promise<FeedName[]> =>
  (await listHolders(tx, workspaceId, models.UsageView)).map(feedOf.account);
