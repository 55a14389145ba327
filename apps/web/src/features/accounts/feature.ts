import { lazy } from "react";
import type { Feature } from "../../shell/index.ts";
import { Foot } from "./self/foot.tsx";
import { Resident } from "./self/resident.tsx";
import { settingsPages } from "./settings/pages.ts";

export const accountsFeature: Feature = {
  name: "accounts",
  Foot,
  Resident,
  settings: settingsPages,
  panels: { profile: lazy(async () => ({ default: (await import("./profile/profile-panel.tsx")).ProfilePanel })) },
};
