import { ChartColumn } from "lucide-react";
import { useTranslations } from "use-intl";
import { laterSpoken } from "../../i18n/index.ts";
import type { Feature, SettingsPage } from "../../shell/index.ts";
import { usePermission } from "../workspaces/index.ts";

const settings: readonly SettingsPage[] = [
  {
    path: "statistics",
    group: "workspace",
    useTitle: () => useTranslations("statistics")("title"),
    useIsVisible: () => usePermission("statistics.view"),
    icon: ChartColumn,
    Component: laterSpoken("statistics", () => import("./workspace/statistics-settings.tsx"), "StatisticsSettings"),
  },
];

export const statisticsFeature: Feature = {
  name: "statistics",
  settings,
  panels: {
    statistics: laterSpoken("statistics", () => import("./room/statistics-panel.tsx"), "StatisticsPanel"),
  },
};
