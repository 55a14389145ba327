import { Wrench } from "lucide-react";
import { lazy } from "react";
import { useTranslations } from "use-intl";
import type { Feature, SettingsPage } from "../../shell/index.ts";
import { usePermission } from "../workspaces/index.ts";
import { ToolsResident } from "./resident.tsx";

const settings: readonly SettingsPage[] = [
  {
    path: "tools",
    group: "workspace",
    useTitle: () => useTranslations("tools")("title"),
    useIsVisible: () => usePermission("tool.manage"),
    icon: Wrench,
    Component: lazy(async () => ({ default: (await import("./tool-settings.tsx")).ToolSettings })),
  },
];

export const toolsFeature: Feature = { name: "tools", settings, Resident: ToolsResident };
