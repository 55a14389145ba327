import { later } from "../../parts/index.ts";
import type { Feature } from "../../shell/index.ts";
import { Foot } from "./self/foot.tsx";
import { Resident } from "./self/resident.tsx";
import { settingsPages } from "./settings/pages.ts";

export const accountsFeature: Feature = {
  name: "accounts",
  Foot,
  Resident,
  settings: settingsPages,
  panels: { profile: later(() => import("./profile/profile-panel.tsx"), "ProfilePanel") },
};
