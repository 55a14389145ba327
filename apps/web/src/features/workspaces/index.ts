export { usePermission } from "./use-permission.ts";
import type { Feature } from "../../shell/index.ts";

export const workspacesFeature: Feature = { name: "workspaces" };
