import { lazy } from "react";
import type { Feature } from "../../shell/index.ts";
import { Foot } from "./self/foot.tsx";
import { Resident } from "./self/resident.tsx";

export const accountsFeature: Feature = {
  name: "accounts",
  Foot,
  Resident,
  panels: { profile: lazy(async () => ({ default: (await import("./profile/profile-panel.tsx")).ProfilePanel })) },
};
