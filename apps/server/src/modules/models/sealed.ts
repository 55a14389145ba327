import { defineSealed } from "../../platform/secrets/index.ts";

/** A key opens only in the row it was entered into. */
export const providerKey = defineSealed("models.provider_key", {
  table: "model_providers",
  column: "sealed_key",
  key: ["workspace_id", "id"],
});
