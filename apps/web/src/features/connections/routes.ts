// The addresses of this feature. A service leads back to the second one.

import { createRoute } from "@tanstack/react-router";
import { laterPage } from "../../parts/index.ts";
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
  component: laterPage(() => import("./come-back-page.tsx"), "ComeBackPage"),
});

const setOutRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/connect/$workspaceId/$sourceId",
  beforeLoad: requireSession,
  component: laterPage(() => import("./set-out-page.tsx"), "SetOutPage"),
});

export const connectionsRoutes = [callbackRoute, setOutRoute] as const;
