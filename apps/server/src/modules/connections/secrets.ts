import { defineSealed } from "../../platform/secrets/index.ts";

export const sealedTokens = defineSealed("connections.tokens", { table: "tool_connections", column: "tokens" });
export const sealedVerifier = defineSealed("connections.verifier", {
  table: "tool_sign_ins",
  column: "verifier",
  key: ["state_hash"],
});
export const sealedClientSecret = defineSealed("connections.client_secret", {
  table: "oauth_clients",
  column: "secret",
  key: ["workspace_id", "issuer"],
});
