import type { models } from "@althing/contract";
import { useTranslations } from "use-intl";
import { useReplica } from "../../../connection/index.ts";

/** Whom or what a budget is for. */
export function useSubjectName(): (budget: Pick<models.Budget, "scope" | "subjectId">) => string {
  const t = useTranslations("models.budgets");
  const profiles = useReplica((replica) => replica.profiles);
  const rooms = useReplica((replica) => replica.rooms);
  return ({ scope, subjectId }) => {
    if (scope === "workspace" || scope === "own") return t(`scopes.${scope}`);
    if (subjectId === null) return t(`each.${scope}`);
    const name = scope === "room" ? rooms[subjectId]?.name : profiles[subjectId]?.name;
    return name ? `${t(`scopes.${scope}`)}: ${name}` : t(`scopes.${scope}`);
  };
}
