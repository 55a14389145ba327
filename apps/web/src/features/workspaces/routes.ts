// The addresses of this feature.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { requireSession, rootRoute } from "../../shell/index.ts";

/** For someone without a workspace: make one, or learn how to be invited. */
const joinRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/join",
  beforeLoad: requireSession,
  component: lazyRouteComponent(() => import("./join-page.tsx"), "JoinPage"),
});

export const workspacesRoutes = [joinRoute] as const;
