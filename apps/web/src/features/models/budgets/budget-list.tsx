import { models } from "@althing/contract";
import { useQuery } from "@tanstack/react-query";
import { Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useClient, useRefreshOn, useWorkspace } from "../../../connection/index.ts";
import { Button } from "../../../ui/button.tsx";
import { ErrorState } from "../../../ui/error-state.tsx";
import { IconButton } from "../../../ui/icon-button.tsx";
import { Progress } from "../../../ui/progress.tsx";
import { RelativeTime } from "../../../ui/relative-time.tsx";
import { Skeleton } from "../../../ui/skeleton.tsx";
import { useToast } from "../../../ui/toast.tsx";
import { useDollars } from "../use-dollars.ts";
import { BudgetDialog } from "./budget-dialog.tsx";
import { useSubjectName } from "./use-subject-name.ts";

const events = [models.BudgetSet, models.BudgetDeleted];

/** The budgets: one's own and what concerns oneself, or as an admin those of the workspace. */
export function BudgetList({ own }: { own: boolean }) {
  const t = useTranslations("models.budgets");
  const { models: api } = useClient();
  const { id: workspaceId } = useWorkspace();
  const [edited, setEdited] = useState<models.Budget | "new">();
  const { data, error, refetch } = useQuery({
    queryKey: ["models.list_budgets", workspaceId],
    queryFn: () => api.listBudgets({ workspaceId }),
    staleTime: 0,
    refetchInterval: 30_000,
  });
  useRefreshOn(events, refetch);
  const mine = useMine();
  const shown = data?.filter((budget) => (own ? mine(budget) : budget.scope !== "own"));
  if (!shown && error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!shown) return <Skeleton className="h-24" />;
  return (
    <div className="flex flex-col gap-4">
      <p className="text-ink-muted">{own ? t("ownHint") : t("hint")}</p>
      {shown.length > 0 && (
        <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
          {shown.map((budget) => (
            <Line
              key={budget.id}
              budget={budget}
              mayChange={own ? budget.scope === "own" : true}
              onEdit={() => setEdited(budget)}
            />
          ))}
        </ul>
      )}
      <Button icon={<Plus />} className="self-start" onClick={() => setEdited("new")}>
        {t("set")}
      </Button>
      {edited && (
        <BudgetDialog own={own} budget={edited === "new" ? undefined : edited} onClose={() => setEdited(undefined)} />
      )}
    </div>
  );
}

/** Whether a budget bounds what one spends oneself; an admin is given those of others too. */
function useMine(): (budget: models.Budget) => boolean {
  const { state } = useWorkspace();
  const me = state.accountId;
  return ({ scope, subjectId }) => scope === "own" || (scope === "member" && (subjectId === null || subjectId === me));
}

type LineProps = { budget: models.Budget; mayChange: boolean; onEdit: () => void };

function Line({ budget, mayChange, onEdit }: LineProps) {
  const t = useTranslations("models.budgets");
  const { models: api } = useClient();
  const toast = useToast();
  const dollars = useDollars();
  const nameOf = useSubjectName();
  const { limitMicros, spentMicros, heldMicros, period, resetsAt } = budget;
  const used = spentMicros === null ? null : spentMicros + (heldMicros ?? 0);
  const remove = () =>
    api.deleteBudget({ workspaceId: budget.workspaceId, budgetId: budget.id }).catch(toast.showProblem);
  return (
    <li className="flex items-center gap-4 px-4 py-3">
      <div className="flex min-w-0 flex-1 flex-col gap-1.5">
        <div className="flex flex-wrap items-baseline justify-between gap-x-4">
          <span className="font-medium">
            <bdi>{nameOf(budget)}</bdi>
          </span>
          <span className="text-ink-muted text-sm tabular-nums">
            {used === null
              ? t("limit", { limit: dollars(limitMicros), period: t(`periods.${period}`) })
              : t("usedOf", { used: dollars(used), limit: dollars(limitMicros), period: t(`periods.${period}`) })}
          </span>
        </div>
        {used !== null && (
          <Progress label={t("used")} hideLabel value={limitMicros === 0 ? 1 : Math.min(1, used / limitMicros)} />
        )}
        <span className="text-ink-faint text-xs">
          {t("resets")} <RelativeTime at={resetsAt} />
        </span>
      </div>
      {mayChange && (
        <span className="flex shrink-0 gap-1">
          <Button size="small" onClick={onEdit}>
            {t("change")}
          </Button>
          <IconButton
            size="small"
            icon={<Trash2 />}
            label={t("delete", { name: nameOf(budget) })}
            onClick={() => void remove()}
          />
        </span>
      )}
    </li>
  );
}
