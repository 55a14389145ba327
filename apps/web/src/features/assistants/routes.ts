// The addresses of this feature.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { workspaceRoute } from "../../shell/index.ts";

const galleryRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/assistants",
  component: lazyRouteComponent(() => import("./gallery/gallery-page.tsx"), "GalleryPage"),
});

/** `new` makes one. */
const builderRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/assistants/$assistantId",
  component: lazyRouteComponent(() => import("./builder/builder-page.tsx"), "BuilderPage"),
});

export const assistantsRoutes = [galleryRoute, builderRoute] as const;
