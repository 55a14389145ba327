// Budgets: how much may be spent in a day, a week or a month. They stop politely, before a model is asked.
import { z } from "zod";
import { defineError } from "../kit/error.ts";
import { defineId } from "../kit/id.ts";
import { limits } from "../kit/limit.ts";
import { defineRoute } from "../kit/route.ts";
import { Timestamp } from "../kit/text.ts";
import { WorkspaceId, WorkspaceView } from "../workspaces/roles.ts";
import { ModelManage } from "./provider.ts";

export const BudgetId = defineId("BudgetId");
export type BudgetId = z.output<typeof BudgetId>;

export const budgetLimits = { perWorkspace: 1_000, micros: 1_000_000_000_000, warnAtPercent: 80 } as const;

/** `own` is what a member sets for themself, beside what admins set. */
export const BudgetScope = z.enum(["workspace", "member", "assistant", "room", "own"]);
export type BudgetScope = z.output<typeof BudgetScope>;

/** By the calendar, in UTC; weeks begin on Monday. */
export const BudgetPeriod = z.enum(["day", "week", "month"]);
export type BudgetPeriod = z.output<typeof BudgetPeriod>;

export const BudgetExhausted = defineError("budget_exhausted", {
  status: 402,
  title: "The budget is used up",
  message: "Ask an admin to raise it, wait for the next period, or ask an assistant that needs no model.",
  data: z.object({ scope: BudgetScope, resetsAt: Timestamp.nullable() }),
});
export const BudgetNotFound = defineError("budget_not_found", {
  status: 404,
  title: "There is no such budget",
  message: "Check the id; it does not exist, or is not yours to change.",
});
export const BudgetLimitReached = defineError("budget_limit_reached", {
  status: 409,
  title: "There are as many budgets as there may be",
  message: "Delete one before you set another.",
  data: z.object({ limit: z.int() }),
});

export const Budget = z
  .object({
    id: BudgetId,
    workspaceId: WorkspaceId,
    scope: BudgetScope,
    subjectId: z
      .uuid()
      .nullable()
      .meta({ description: "The member, assistant or room; null is the workspace, or each of them for itself." }),
    period: BudgetPeriod,
    limitMicros: z.int().meta({ description: "Millionths of a dollar." }),
    spentMicros: z.int().nullable().meta({ description: "In this period; null where it holds for each of many." }),
    heldMicros: z.int().nullable().meta({ description: "Held for answers that are being written." }),
    resetsAt: Timestamp,
    updatedAt: Timestamp,
  })
  .meta({ id: "Budget" });
export type Budget = z.output<typeof Budget>;

const amount = { period: BudgetPeriod, limitMicros: z.int().min(0).max(budgetLimits.micros) };

export const listBudgets = defineRoute("models.list_budgets", {
  http: "GET /workspaces/:workspaceId/budgets",
  summary: "The budgets that concern you; all of them for who may see all usage",
  permission: WorkspaceView,
  input: z.strictObject({ workspaceId: WorkspaceId }),
  output: z.array(Budget),
  limit: limits.read,
});

export const setBudget = defineRoute("models.set_budget", {
  http: "PUT /workspaces/:workspaceId/budgets",
  summary: "Set what the workspace, members, an assistant or a room may spend in a period",
  description:
    "There is one for each of them and period; setting it again changes it, and raising it lets waiting people go on at once. Without `subjectId` it holds for each member, assistant or room that has none of its own.",
  permission: ModelManage,
  input: z.strictObject({
    workspaceId: WorkspaceId,
    scope: BudgetScope.exclude(["own"]),
    subjectId: z.uuid().toLowerCase().nullable().default(null),
    ...amount,
  }),
  output: Budget,
  errors: [BudgetLimitReached],
  limit: limits.write,
  example: { scope: "member", period: "month", limitMicros: 5_000_000 },
});

export const setOwnBudget = defineRoute("models.set_own_budget", {
  http: "PUT /workspaces/:workspaceId/budgets/own",
  summary: "Set what you yourself want to spend in a period, beside what admins allow",
  permission: WorkspaceView,
  input: z.strictObject({ workspaceId: WorkspaceId, ...amount }),
  output: Budget,
  limit: limits.write,
  example: { period: "day", limitMicros: 500_000 },
});

export const deleteBudget = defineRoute("models.delete_budget", {
  http: "DELETE /workspaces/:workspaceId/budgets/:budgetId",
  summary: "Delete a budget: your own, or as an admin any other",
  permission: WorkspaceView,
  input: z.strictObject({ workspaceId: WorkspaceId, budgetId: BudgetId }),
  output: z.null(),
  errors: [BudgetNotFound],
  limit: limits.write,
});
