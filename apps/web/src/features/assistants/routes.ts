// The addresses of this feature.

import { createRoute } from "@tanstack/react-router";
import { laterPage } from "../../parts/index.ts";
import { workspaceRoute } from "../../shell/index.ts";

const galleryRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/assistants",
  component: laterPage(() => import("./gallery/gallery-page.tsx"), "GalleryPage"),
});

/** `new` makes one. */
const builderRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/assistants/$assistantId",
  component: laterPage(() => import("./builder/builder-page.tsx"), "BuilderPage"),
});

/** The answers to a question side by side; `messageId` is the question's. */
const compareRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/compare/$roomId/$messageId",
  component: laterPage(() => import("./compare/compare-page.tsx"), "ComparePage"),
});

export const assistantsRoutes = [galleryRoute, builderRoute, compareRoute] as const;
