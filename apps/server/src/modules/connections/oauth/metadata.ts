import type { AuthorizationServerMetadata } from "@modelcontextprotocol/client";
import type { Service } from "../tables.ts";

/** What was kept of a service, as the library wants to read it. */
export const metadataOf = (service: Service): AuthorizationServerMetadata => ({
  issuer: service.issuer,
  authorization_endpoint: service.authorizationEndpoint,
  token_endpoint: service.tokenEndpoint,
  response_types_supported: ["code"],
  code_challenge_methods_supported: ["S256"],
  ...(service.authMethods && { token_endpoint_auth_methods_supported: [...service.authMethods] }),
  ...(service.issParameter && { authorization_response_iss_parameter_supported: true }),
});
