import { defineSealed } from "../../../platform/secrets/index.ts";

/** The key of whoever searches the web for a workspace. */
export const webSearchKey = defineSealed("tools.web_search_key", {
  table: "tool_web_searches",
  column: "sealed_key",
  key: ["workspace_id"],
});
