// The addresses of this feature. A service leads back to the second one.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { requireSession, rootRoute } from "../../shell/index.ts";

const wordOf = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);

const callbackRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/connect/callback",
  beforeLoad: requireSession,
  validateSearch: ({ state, code, iss, error }: Record<string, unknown>) => ({
    state: wordOf(state),
    code: wordOf(code),
    iss: wordOf(iss),
    error: wordOf(error),
  }),
  component: lazyRouteComponent(() => import("./come-back-page.tsx"), "ComeBackPage"),
});

const setOutRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/connect/$workspaceId/$sourceId",
  beforeLoad: requireSession,
  component: lazyRouteComponent(() => import("./set-out-page.tsx"), "SetOutPage"),
});

export const connectionsRoutes = [callbackRoute, setOutRoute] as const;
