// The addresses of this feature. What a link shows stands outside of any workspace.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute, workspaceRoute } from "../../shell/index.ts";

const promptsRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/assistants/prompts",
  component: lazyRouteComponent(() => import("./prompts/prompts-page.tsx"), "PromptsPage"),
});

/** `new` makes one; `from` names the one that it is a copy of. */
const promptRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/assistants/prompts/$promptId",
  validateSearch: ({ from }: { from?: unknown }): { from?: string } => (typeof from === "string" ? { from } : {}),
  component: lazyRouteComponent(() => import("./prompts/prompt-page.tsx"), "PromptPage"),
});

const importRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/assistants/import",
  component: lazyRouteComponent(() => import("./transfer/import-page.tsx"), "ImportPage"),
});

const shareRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/share/$token",
  component: lazyRouteComponent(() => import("./share/share-page.tsx"), "SharePage"),
});

export const chatsRoutes = [shareRoute] as const;
export const chatsInnerRoutes = [promptsRoute, promptRoute, importRoute] as const;
