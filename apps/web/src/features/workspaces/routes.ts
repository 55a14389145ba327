// The addresses of this feature.

import { createRoute } from "@tanstack/react-router";
import { laterPage } from "../../parts/index.ts";
import { requireSession, rootRoute, workspaceRoute } from "../../shell/index.ts";

/** For someone without a workspace: make one, or learn how to be invited. */
const joinRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/join",
  beforeLoad: requireSession,
  component: laterPage(() => import("./join-page.tsx"), "JoinPage"),
});

const invitationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/invite/$token",
  loader: async ({ context: { connection }, params: { token } }) => {
    const { accounts, workspaces } = connection.client;
    const [invitation, state] = await Promise.all([workspaces.previewInvitation({ token }), connection.session()]);
    return { invitation, me: state === "signed-in" ? await accounts.getMe() : undefined };
  },
  gcTime: 0,
  component: laterPage(() => import("./invite/invitation-page.tsx"), "InvitationPage"),
});

const peopleRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/people",
  component: laterPage(() => import("./people/people-page.tsx"), "PeoplePage"),
});

/** The first page of a new workspace. */
const startRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/start",
  component: laterPage(() => import("./start-page.tsx"), "StartPage"),
});

export const workspacesRoutes = [joinRoute, invitationRoute] as const;
export const workspacesInnerRoutes = [peopleRoute, startRoute] as const;
