import type { tools } from "@althing/contract";
import { useTranslations } from "use-intl";
import type { Choice } from "../../../ui/multi-select.tsx";
import { useToolSources } from "../use-tool-sources.ts";
import { useTools } from "../use-tools.ts";

/** All that a policy can be about: whole sources first, then single tools. */
export function usePatternChoices(): readonly Choice[] {
  const t = useTranslations("tools.policies");
  const { sources = [] } = useToolSources();
  const { data: all = [] } = useTools();
  const isThere = ({ state }: tools.Tool) => state !== "removed";
  return [
    ...sources.map(({ slug, title }) => ({ id: `${slug}__*`, label: t("allOf", { source: title }) })),
    ...all.filter(isThere).map(({ name, wording }) => ({
      id: name,
      label: wording.title ?? name,
      ...(wording.title && { hint: name }),
    })),
  ];
}
