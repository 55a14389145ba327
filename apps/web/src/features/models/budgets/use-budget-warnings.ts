import { type EventOf, models } from "@althing/contract";
import { useNavigate, useParams } from "@tanstack/react-router";
import { useEffect, useEffectEvent } from "react";
import { useTranslations } from "use-intl";
import { useLive, useWorkspace } from "../../../connection/index.ts";
import { useToast } from "../../../ui/toast.tsx";
import { useDollars } from "../use-dollars.ts";
import { useSubjectName } from "./use-subject-name.ts";

/** Says that most of a budget is spent to whom the server tells it: once a period, wherever in the app they are. */
export function useBudgetWarnings(): void {
  const t = useTranslations("models.budgets");
  const live = useLive();
  const toast = useToast();
  const dollars = useDollars();
  const nameOf = useSubjectName();
  const navigate = useNavigate();
  const { id } = useWorkspace();
  const { slug } = useParams({ from: "/w/$slug" });

  const warn = useEffectEvent(({ budget }: EventOf<typeof models.BudgetWarned>["data"]) => {
    const { scope, workspaceId, spentMicros, limitMicros } = budget;
    const isMine = scope === "member" || scope === "own";
    const period = t(`periods.${budget.period}`);
    const limit = dollars(limitMicros);
    const page = isMine ? "my-models" : "usage";
    const look = () => void navigate({ to: "/w/$slug/settings/$page", params: { slug, page } });
    toast.show({
      title: isMine ? t("warned.mine") : t("warned.shared", { name: nameOf(budget) }),
      description:
        spentMicros === null
          ? t("limit", { limit, period })
          : t("usedOf", { used: dollars(spentMicros), limit, period }),
      ...(workspaceId === id && { action: { label: t("warned.look"), onClick: look } }),
    });
  });

  useEffect(
    () =>
      live.onEvents((all) => {
        for (const { type, data } of all)
          if (type === models.BudgetWarned.type) warn(data as EventOf<typeof models.BudgetWarned>["data"]);
      }),
    [live],
  );
}
