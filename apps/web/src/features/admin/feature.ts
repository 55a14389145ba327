import { Cog } from "lucide-react";
import { useTranslations } from "use-intl";
import { useReplica } from "../../connection/index.ts";
import { later } from "../../parts/index.ts";
import type { Feature, SettingsPage } from "../../shell/index.ts";

/** The server asks again. */
const useIsOwner = (): boolean => useReplica(({ me }) => me?.isOwner ?? false);

const settings: readonly SettingsPage[] = [
  {
    path: "jobs",
    group: "installation",
    useTitle: () => useTranslations("admin.jobs")("title"),
    useIsVisible: useIsOwner,
    icon: Cog,
    Component: later(() => import("./jobs/jobs-settings.tsx"), "JobsSettings"),
  },
];

export const adminFeature: Feature = { name: "admin", settings };
