// The addresses of this feature.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { workspaceRoute } from "../../shell/index.ts";

/** A room; `at` is a message to show and point out. */
const roomRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/r/$roomId",
  validateSearch: ({ at }: { at?: unknown }): { at?: string } => (typeof at === "string" ? { at } : {}),
  component: lazyRouteComponent(() => import("./room-page.tsx"), "RoomPage"),
});

export const messagesRoutes = [roomRoute] as const;
