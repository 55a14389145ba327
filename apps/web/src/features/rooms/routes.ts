// The addresses of this feature.

import { createRoute } from "@tanstack/react-router";
import { laterPage } from "../../parts/index.ts";
import { workspaceRoute } from "../../shell/index.ts";

/** All public channels, and one's archived rooms. */
const browseRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/browse",
  validateSearch: ({ tab }: { tab?: unknown }): { tab?: "archived" } => (tab === "archived" ? { tab } : {}),
  component: laterPage(() => import("./browse/browse-page.tsx"), "BrowsePage"),
});

export const roomsRoutes = [browseRoute] as const;
