import { ChartColumn } from "lucide-react";
import { lazy } from "react";
import { useTranslations } from "use-intl";
import type { Feature, SettingsPage } from "../../shell/index.ts";
import { usePermission } from "../workspaces/index.ts";

const settings: readonly SettingsPage[] = [
  {
    path: "statistics",
    group: "workspace",
    useTitle: () => useTranslations("statistics")("title"),
    useIsVisible: () => usePermission("statistics.view"),
    icon: ChartColumn,
    Component: lazy(async () => ({
      default: (await import("./workspace/statistics-settings.tsx")).StatisticsSettings,
    })),
  },
];

export const statisticsFeature: Feature = {
  name: "statistics",
  settings,
  panels: {
    statistics: lazy(async () => ({ default: (await import("./room/statistics-panel.tsx")).StatisticsPanel })),
  },
};
