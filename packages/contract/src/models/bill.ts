// Bills of providers, held against what the ledger has of the same days.
import { z } from "zod";
import { defineError } from "../kit/error.ts";
import { AccountId, defineId } from "../kit/id.ts";
import { limits } from "../kit/limit.ts";
import { defineRoute, pageQuery } from "../kit/route.ts";
import { Timestamp } from "../kit/text.ts";
import { WorkspaceId } from "../workspaces/roles.ts";
import { budgetLimits } from "./budget.ts";
import { ProviderId } from "./choice.ts";
import { ModelManage, ProviderNotFound } from "./provider.ts";
import { Day, UsageView } from "./usage.ts";

export const BillId = defineId("BillId");
export type BillId = z.output<typeof BillId>;

export const BillNotFound = defineError("bill_not_found", {
  status: 404,
  title: "There is no such bill",
  message: "Check the id; it does not exist, or was deleted.",
});

const asked = {
  workspaceId: WorkspaceId,
  providerId: ProviderId,
  from: Day.meta({ description: "In UTC, as days are in the ledger." }),
  to: Day.meta({ description: "With this day." }),
  micros: z.int().min(0).max(budgetLimits.micros).meta({ description: "What is billed, in millionths of a dollar." }),
};

export const Bill = z
  .object({
    id: BillId,
    ...asked,
    providerName: z.string(),
    ledger: z
      .object({
        micros: z.int(),
        estimatedMicros: z.int().meta({ description: "Of it: what is by tokens that we counted ourselves." }),
        entryCount: z.int(),
        unpricedCount: z.int().meta({ description: "Entries whose cost is not known; `micros` is without them." }),
      })
      .meta({ description: "What the ledger has of the provider's models in these days, as it is now." }),
    enteredBy: AccountId,
    enteredByName: z.string(),
    enteredAt: Timestamp,
  })
  .meta({ id: "Bill" });
export type Bill = z.output<typeof Bill>;

/** Whose bills can be entered. */
export const BilledProvider = z
  .object({
    id: ProviderId,
    name: z.string(),
    deletedAt: Timestamp.nullable().meta({ description: "Bills come after the month: it is gone, and was used." }),
  })
  .meta({ id: "BilledProvider" });
export type BilledProvider = z.output<typeof BilledProvider>;

export const listBilledProviders = defineRoute("models.list_billed_providers", {
  http: "GET /workspaces/:workspaceId/bills/providers",
  summary: "The workspace's providers, and those that were deleted and stand in the ledger",
  permission: UsageView,
  input: z.strictObject({ workspaceId: WorkspaceId }),
  output: z.array(BilledProvider),
  limit: limits.read,
});

export const listBills = defineRoute("models.list_bills", {
  http: "GET /workspaces/:workspaceId/bills",
  summary: "Bills of providers beside what the ledger has of them, the newest first",
  permission: UsageView,
  input: z.strictObject({ workspaceId: WorkspaceId, ...pageQuery }),
  output: z.array(Bill),
  cursor: z.object({ to: Day, id: BillId }),
  limit: limits.read,
});

export const setBill = defineRoute("models.set_bill", {
  http: "PUT /workspaces/:workspaceId/bills",
  summary: "Enter what a provider bills for a time",
  description:
    "There is one for each provider of the workspace and time; entering it again changes it. As it is answered with what was spent, it takes the right to see all usage too.",
  permission: ModelManage,
  input: z
    .strictObject(asked)
    .refine(({ from, to }) => from <= to, { path: ["to"], message: "must not be before `from`" }),
  output: Bill,
  errors: [ProviderNotFound],
  limit: limits.write,
  example: { from: "2026-11-01", to: "2026-11-30", micros: 41_870_000 },
});

export const deleteBill = defineRoute("models.delete_bill", {
  http: "DELETE /workspaces/:workspaceId/bills/:billId",
  summary: "Delete a bill that was entered",
  permission: ModelManage,
  input: z.strictObject({ workspaceId: WorkspaceId, billId: BillId }),
  output: z.null(),
  errors: [BillNotFound],
  limit: limits.write,
});
