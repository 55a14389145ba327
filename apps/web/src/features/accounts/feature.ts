import { lazy } from "react";
import type { Feature } from "../../shell/index.ts";

export const accountsFeature: Feature = {
  name: "accounts",
  panels: { profile: lazy(async () => ({ default: (await import("./profile/profile-panel.tsx")).ProfilePanel })) },
};
