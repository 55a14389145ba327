// Every address of the app, from the shell and the features.

import { createRouter } from "@tanstack/react-router";
import type { Connection } from "./connection/index.ts";
import { accountsRoutes } from "./features/accounts/routes.ts";
import { assistantsRoutes } from "./features/assistants/routes.ts";
import { chatsInnerRoutes, chatsRoutes } from "./features/chats/routes.ts";
import { connectionsRoutes } from "./features/connections/routes.ts";
import { messagesRoutes } from "./features/messages/routes.ts";
import { roomsRoutes } from "./features/rooms/routes.ts";
import { workspacesInnerRoutes, workspacesRoutes } from "./features/workspaces/routes.ts";
import { fetchPart } from "./parts/index.ts";
import { designRoute, homeRoute, indexRoute, rootRoute, settingsRoute, workspaceRoute } from "./shell/routes.tsx";

const routeTree = rootRoute.addChildren([
  indexRoute,
  designRoute,
  ...accountsRoutes,
  ...workspacesRoutes,
  ...connectionsRoutes,
  ...chatsRoutes,
  workspaceRoute.addChildren([
    homeRoute,
    settingsRoute,
    ...workspacesInnerRoutes,
    ...roomsRoutes,
    ...messagesRoutes,
    ...assistantsRoutes,
    ...chatsInnerRoutes,
  ]),
]);

export type AppRouter = ReturnType<typeof createAppRouter>;

export const createAppRouter = (connection: Connection) =>
  createRouter({
    routeTree,
    // Who is signed out needs none of them.
    context: { connection, loadFeatures: async () => (await fetchPart(() => import("./features.ts"))).features },
    defaultPreload: "intent",
    defaultPendingMs: 150,
    defaultPendingMinMs: 0,
    scrollRestoration: false,
  });

declare module "@tanstack/react-router" {
  interface Register {
    router: AppRouter;
  }
}
