// The addresses of this feature.

import { createRoute } from "@tanstack/react-router";
import { laterPage } from "../../parts/index.ts";
import { workspaceRoute } from "../../shell/index.ts";

/** A room; `at` is a message to show and point out. */
const roomRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/r/$roomId",
  validateSearch: ({ at }: { at?: unknown }): { at?: string } => (typeof at === "string" ? { at } : {}),
  component: laterPage(() => import("./room-page.tsx"), "RoomPage"),
});

const threadsRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/threads",
  component: laterPage(() => import("./thread/threads-page.tsx"), "ThreadsPage"),
});

const mentionsRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/mentions",
  component: laterPage(() => import("./mentions/mentions-page.tsx"), "MentionsPage"),
});

export const messagesRoutes = [roomRoute, threadsRoute, mentionsRoute] as const;
