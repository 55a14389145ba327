import { type AccountId, models, type workspaces } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import { accessOf, type Call } from "../../../kernel/call.ts";
import { requireAlso } from "../../../kernel/permission.ts";
import { dayOf, daysBefore } from "../periods.ts";
import type { UsageQuestion } from "../store/usage.ts";

type Asked = {
  workspaceId: workspaces.WorkspaceId;
  whose: "mine" | "all";
  from?: string | undefined;
  to?: string | undefined;
};

/** What was asked, once the right to it is granted: the last 30 days unless told, and never more than there may be. */
export function usageQuestion(call: Pick<Call, "actor" | "access"> & { input: Asked }, now: Date): UsageQuestion {
  const { workspaceId, whose, to = dayOf(now) } = call.input;
  if (whose === "all") requireAlso(accessOf(call as Call), models.UsageView);
  const accountId: AccountId = requireAccount(call.actor).account.id;
  const earliest = dayOf(daysBefore(new Date(to), models.usageLimits.days - 1));
  const [, from = earliest] = [earliest, call.input.from ?? dayOf(daysBefore(new Date(to), 29))].sort();
  return { workspaceId, accountId, whose, from, to };
}
