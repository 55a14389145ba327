import { Plug } from "lucide-react";
import { lazy } from "react";
import { useTranslations } from "use-intl";
import type { Feature, SettingsPage } from "../../shell/index.ts";

const settings: readonly SettingsPage[] = [
  {
    path: "connections",
    group: "account",
    useTitle: () => useTranslations("connections")("title"),
    icon: Plug,
    Component: lazy(async () => ({ default: (await import("./connection-settings.tsx")).ConnectionSettings })),
  },
];

export const connectionsFeature: Feature = { name: "connections", settings };
