import { Plug } from "lucide-react";
import { useTranslations } from "use-intl";
import { later } from "../../parts/index.ts";
import type { Feature, SettingsPage } from "../../shell/index.ts";

const settings: readonly SettingsPage[] = [
  {
    path: "connections",
    group: "account",
    useTitle: () => useTranslations("connections")("title"),
    icon: Plug,
    Component: later(() => import("./connection-settings.tsx"), "ConnectionSettings"),
  },
];

export const connectionsFeature: Feature = { name: "connections", settings };
