// The addresses of this feature. What a link shows stands outside of any workspace.

import { createRoute } from "@tanstack/react-router";
import { laterPage } from "../../parts/index.ts";
import { rootRoute, workspaceRoute } from "../../shell/index.ts";

const promptsRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/assistants/prompts",
  component: laterPage(() => import("./prompts/prompts-page.tsx"), "PromptsPage"),
});

/** `new` makes one; `from` names the one that it is a copy of. */
const promptRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/assistants/prompts/$promptId",
  validateSearch: ({ from }: { from?: unknown }): { from?: string } => (typeof from === "string" ? { from } : {}),
  component: laterPage(() => import("./prompts/prompt-page.tsx"), "PromptPage"),
});

const importRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/assistants/import",
  component: laterPage(() => import("./transfer/import-page.tsx"), "ImportPage"),
});

const shareRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/share/$token",
  component: laterPage(() => import("./share/share-page.tsx"), "SharePage"),
});

export const chatsRoutes = [shareRoute] as const;
export const chatsInnerRoutes = [promptsRoute, promptRoute, importRoute] as const;
