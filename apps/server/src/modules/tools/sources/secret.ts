import { defineSealed } from "../../../platform/secrets/index.ts";

/** The value of the header that a source is shown. */
export const sourceSecret = defineSealed("tools.source_secret", { table: "tool_sources", column: "secret" });
