import { NetworkError } from "@althing/sdk";
import { createRootRouteWithContext, createRoute, redirect } from "@tanstack/react-router";
import type { Connection } from "../connection/index.ts";
import { laterPage } from "../parts/index.ts";
import type { Feature } from "./feature.ts";
import { forgetPlace, lastPlace } from "./last-place.ts";
import { Missing, RouteFailure, RoutePending } from "./route-states.tsx";

/** Pages reach the connection before they are shown. */
export type RouterContext = { connection: Connection; loadFeatures: () => Promise<readonly Feature[]> };

export const rootRoute = createRootRouteWithContext<RouterContext>()({
  notFoundComponent: Missing,
  errorComponent: RouteFailure,
});

/** Leads to where one was, or to the first steps. */
export const indexRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/",
  beforeLoad: async ({ context: { connection } }) => {
    const { client } = connection;
    const last = lastPlace();
    if (last && (await connection.isAtHand(last.slug))) {
      throw redirect({ to: "/w/$slug", params: { slug: last.slug } });
    }
    if ((await requireAnswer(connection)) === "signed-out") {
      const { needsSetup } = await client.platform.getMeta();
      throw redirect({ to: needsSetup ? "/welcome" : "/sign-in" });
    }
    const { workspaces } = await client.accounts.getMe();
    const workspace = workspaces.find(({ slug }) => slug === last?.slug) ?? workspaces[0];
    if (!workspace) throw redirect({ to: "/join" });
    throw redirect({ to: "/w/$slug", params: { slug: workspace.slug } });
  },
});

export const workspaceRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/w/$slug",
  validateSearch: ({ panel }: { panel?: unknown }): { panel?: string } => (typeof panel === "string" ? { panel } : {}),
  // What this device has kept is shown at once; if the session has ended, that comes out a moment later.
  beforeLoad: async (given) => {
    const { connection } = given.context;
    void connection.session();
    if (!(await connection.isAtHand(given.params.slug))) await requireSession(given);
  },
  loader: async ({ context: { connection, loadFeatures }, params: { slug } }) => {
    const loading = loadFeatures();
    await connection.openWorkspace(slug);
    return { features: await loading };
  },
  staleTime: Number.POSITIVE_INFINITY,
  component: laterPage(() => import("./frame/workspace-frame.tsx"), "WorkspaceFrame"),
  pendingComponent: RoutePending,
  onError: forgetPlace,
});

/** The workspace itself: where one was last; on a phone, the sidebar. */
export const homeRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/",
  component: laterPage(() => import("./frame/home.tsx"), "Home"),
});

/** `at` is where on the page, such as one of its tabs. */
export const settingsRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/settings/$page",
  validateSearch: ({ at }: { at?: unknown }): { at?: string } => (typeof at === "string" ? { at } : {}),
  component: laterPage(() => import("./settings/settings-screen.tsx"), "SettingsScreen"),
});

export const designRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/design",
  component: laterPage(() => import("../ui/design-page/design-page.tsx"), "DesignPage"),
});

type Guarded = { context: RouterContext; location: { href: string } };

/** For `beforeLoad` of pages that only someone signed in may see; leads back there after signing in. */
export async function requireSession({ context, location }: Guarded): Promise<void> {
  if ((await requireAnswer(context.connection)) === "signed-out") {
    throw redirect({ to: "/sign-in", search: { next: location.href } });
  }
}

async function requireAnswer(connection: Connection): Promise<"signed-in" | "signed-out"> {
  const state = await connection.session();
  if (state === "unreachable") throw new NetworkError("The server cannot be reached.");
  return state;
}
