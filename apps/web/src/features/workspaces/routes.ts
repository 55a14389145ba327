// The addresses of this feature.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { requireSession, rootRoute, workspaceRoute } from "../../shell/index.ts";

/** For someone without a workspace: make one, or learn how to be invited. */
const joinRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/join",
  beforeLoad: requireSession,
  component: lazyRouteComponent(() => import("./join-page.tsx"), "JoinPage"),
});

const invitationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/invite/$token",
  component: lazyRouteComponent(() => import("./invite/invitation-page.tsx"), "InvitationPage"),
});

const peopleRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/people",
  component: lazyRouteComponent(() => import("./people/people-page.tsx"), "PeoplePage"),
});

/** The first page of a new workspace. */
const startRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/start",
  component: lazyRouteComponent(() => import("./start-page.tsx"), "StartPage"),
});

export const workspacesRoutes = [joinRoute, invitationRoute] as const;
export const workspacesInnerRoutes = [peopleRoute, startRoute] as const;
