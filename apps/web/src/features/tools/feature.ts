import { Wrench } from "lucide-react";
import { useTranslations } from "use-intl";
import { later } from "../../parts/index.ts";
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
    Component: later(() => import("./tool-settings.tsx"), "ToolSettings"),
  },
];

export const toolsFeature: Feature = { name: "tools", settings, Resident: ToolsResident };
