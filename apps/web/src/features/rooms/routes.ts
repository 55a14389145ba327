// The addresses of this feature.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { workspaceRoute } from "../../shell/index.ts";

/** All public channels, and one's archived rooms. */
const browseRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/browse",
  validateSearch: ({ tab }: { tab?: unknown }): { tab?: "archived" } => (tab === "archived" ? { tab } : {}),
  component: lazyRouteComponent(() => import("./browse/browse-page.tsx"), "BrowsePage"),
});

export const roomsRoutes = [browseRoute] as const;
