// The addresses of this feature.

import { createRoute } from "@tanstack/react-router";
import type { Connection } from "../../connection/index.ts";
import { laterPage } from "../../parts/index.ts";
import { workspaceRoute } from "../../shell/index.ts";

/** A room; `at` is a message to show and point out. */
const roomRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/r/$roomId",
  validateSearch: ({ at }: { at?: unknown }): { at?: string } => (typeof at === "string" ? { at } : {}),
  loaderDeps: ({ search: { at } }) => ({ at }),
  loader: ({ context, params, deps, preload }) => {
    if (!preload) void askForMessages(context.connection, params, deps.at).catch(() => undefined);
  },
  component: laterPage(() => import("./room-page.tsx"), "RoomPage"),
});

/** Before the page is drawn, not by it. What keeps them away, the page says when it asks itself. */
async function askForMessages(
  connection: Connection,
  { slug, roomId }: Record<"slug" | "roomId", string>,
  at?: string,
) {
  const { state, windows } = await connection.openWorkspace(slug);
  if (state.rooms[roomId] && !state.timelines[roomId]) await windows.jumpTo(roomId, at);
}

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
