import { Combine, Gauge, type LucideIcon, Shield, Wrench } from "lucide-react";
import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { type Command, useCommands } from "../../shell/index.ts";
import { usePermission } from "../workspaces/index.ts";
import { type ToolPart, toolParts, useGoToTools } from "./place.ts";

const icons: Readonly<Record<ToolPart, LucideIcon>> = {
  sources: Wrench,
  policies: Shield,
  alike: Combine,
  figures: Gauge,
};

/** The pages of tools in the palette, for who may manage them. */
export function usePageCommands(): void {
  const t = useTranslations("tools.commands");
  const goTo = useGoToTools();
  const mayManage = usePermission("tool.manage");
  useCommands(
    useMemo(
      (): Command[] =>
        mayManage
          ? toolParts.map((part) => ({
              id: `tools.${part}`,
              title: t(part),
              group: t("group"),
              icon: icons[part],
              run: () => goTo(part),
            }))
          : [],
      [t, goTo, mayManage],
    ),
  );
}
