import type { tools } from "@althing/contract";
import { Plus, Shield } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useReplica } from "../../../connection/index.ts";
import { Button } from "../../../ui/button.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { ErrorState } from "../../../ui/error-state.tsx";
import { Skeleton } from "../../../ui/skeleton.tsx";
import { PolicyDialog } from "./policy-dialog.tsx";
import { PolicyLine } from "./policy-line.tsx";
import { usePatternChoices } from "./use-pattern-choices.ts";
import { usePolicies } from "./use-policies.ts";
import { WhatCounts } from "./what-counts.tsx";

/** What is said of tools: for the workspace, for rooms, for assistants. */
export function PolicyList({ mayManage }: { mayManage: boolean }) {
  const t = useTranslations("tools.policies");
  const { data, error, refetch } = usePolicies();
  const [isAdding, setAdding] = useState(false);
  const choices = usePatternChoices();
  const groups = useGroups(data ?? []);
  const reload = () => void refetch();
  if (!data && error) return <ErrorState error={error} onRetry={reload} />;
  if (!data) return <Skeleton className="h-64" />;
  const button = mayManage && (
    <Button variant="primary" icon={<Plus />} onClick={() => setAdding(true)}>
      {t("add")}
    </Button>
  );
  return (
    <div className="flex flex-col gap-6">
      <WhatCounts />
      {data.length === 0 ? (
        <EmptyState icon={<Shield />} title={t("none")} actions={button}>
          {t("noneHint")}
        </EmptyState>
      ) : (
        <>
          {groups.map(({ key, title, policies }) => (
            <section key={key} aria-label={title} className="flex flex-col gap-2">
              <h2 className="font-semibold text-sm">
                <bdi>{title}</bdi>
              </h2>
              <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
                {policies.map((policy) => (
                  <PolicyLine
                    key={policy.id}
                    policy={policy}
                    name={choices.find(({ id }) => id === policy.pattern)?.label}
                    mayManage={mayManage}
                    onChange={reload}
                  />
                ))}
              </ul>
            </section>
          ))}
          {button && <div>{button}</div>}
        </>
      )}
      {isAdding && (
        <PolicyDialog
          choices={choices}
          onClose={() => {
            setAdding(false);
            reload();
          }}
        />
      )}
    </div>
  );
}

type Group = { key: string; title: string; policies: readonly tools.ToolPolicy[] };

/** By whom or what they are for: the workspace, then rooms, then assistants. */
function useGroups(policies: readonly tools.ToolPolicy[]): Group[] {
  const t = useTranslations("tools.policies");
  const rooms = useReplica((replica) => replica.rooms);
  const profiles = useReplica((replica) => replica.profiles);
  const titleOf = ({ roomId, assistantId }: tools.ToolPolicy): string => {
    const room = rooms[roomId ?? ""]?.name;
    if (roomId) return t("ofRoom", { name: room ? `#${room}` : t("someRoom") });
    if (assistantId) return t("ofAssistant", { name: profiles[assistantId]?.name ?? t("someAssistant") });
    return t("ofWorkspace");
  };
  const orderOf = ({ roomId, assistantId }: tools.ToolPolicy) => (roomId ? 1 : assistantId ? 2 : 0);
  const sorted = policies.toSorted(
    (one, other) =>
      orderOf(one) - orderOf(other) ||
      titleOf(one).localeCompare(titleOf(other)) ||
      one.pattern.localeCompare(other.pattern),
  );
  const groups = Map.groupBy(sorted, ({ roomId, assistantId }) => roomId ?? assistantId ?? "");
  return [...groups].flatMap(([key, own]) => (own[0] ? [{ key, title: titleOf(own[0]), policies: own }] : []));
}
