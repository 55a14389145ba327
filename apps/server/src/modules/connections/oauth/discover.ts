// Who signs people in for a source, by RFC 9728 and RFC 8414, and whether that is safe to use.
import { connections } from "@althing/contract";
import type { OAuthServerInfo } from "@modelcontextprotocol/client";
import { fail } from "../../../kernel/failure.ts";
import type { Platform } from "../../../kernel/platform.ts";
import type { SignInSource } from "../../tools/index.ts";
import type { Service } from "../tables.ts";
import { loadOAuth } from "./library.ts";
import { failUnreachable, fetchOf } from "./outgoing.ts";

export type Found = {
  readonly service: Service;
  /** For whom a token is asked (RFC 8707). */
  readonly resource: string;
  readonly scopes: readonly string[];
  readonly registrationEndpoint: boolean;
  readonly takesDocuments: boolean;
  readonly info: OAuthServerInfo;
};

export async function discover(platform: Platform, source: SignInSource): Promise<Found> {
  const address = addressOf(source);
  const { resourceMetadataUrl, scope } = await challengeOf(platform, source);
  const { discoverOAuthServerInfo } = await loadOAuth();
  const told = resourceMetadataUrl && { resourceMetadataUrl };
  const info = await discoverOAuthServerInfo(address, { fetchFn: fetchOf(platform), ...told }).catch(failWords);
  const { authorizationServerMetadata: metadata, resourceMetadata } = info;
  if (!metadata) return unsafe("The service does not describe how one signs in (RFC 8414).");
  if (!metadata.code_challenge_methods_supported?.includes("S256"))
    return unsafe("The service offers no PKCE with S256.");
  const resource = resourceMetadata?.resource ?? withoutFragment(address);
  if (!isWithin(address, resource)) return unsafe("The service asks for a token that is for another one.");
  return {
    service: {
      issuer: metadata.issuer,
      authorizationEndpoint: metadata.authorization_endpoint,
      tokenEndpoint: metadata.token_endpoint,
      revocationEndpoint: "revocation_endpoint" in metadata ? textOf(metadata.revocation_endpoint) : null,
      authMethods: metadata.token_endpoint_auth_methods_supported ?? null,
      issParameter: metadata.authorization_response_iss_parameter_supported === true,
    },
    resource,
    scopes: [...(scope?.split(" ") ?? resourceMetadata?.scopes_supported ?? []), ...lasting(metadata.scopes_supported)],
    registrationEndpoint: metadata.registration_endpoint !== undefined,
    takesDocuments: metadata.client_id_metadata_document_supported === true,
    info,
  };
}

type Challenge = { readonly resourceMetadataUrl?: URL; readonly scope?: string };

/** What a server of the protocol says to who comes without a token: where it is described, and what it wants at least. */
async function challengeOf(platform: Platform, { connection }: SignInSource): Promise<Challenge> {
  if (connection.kind !== "mcp") return {};
  const headers = { "content-type": "application/json", accept: "application/json, text/event-stream" };
  const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/list" });
  const response = await fetchOf(platform)(connection.url, { method: "POST", headers, body }).catch(failUnreachable);
  await response.body?.cancel();
  const { extractWWWAuthenticateParams } = await loadOAuth();
  return response.status === 401 ? extractWWWAuthenticateParams(response) : {};
}

/** Where it must be asked for, so that nobody has to sign in every hour. */
const lasting = (supported: readonly string[] = []): string[] => supported.filter((one) => one === "offline_access");

export function addressOf({ connection }: SignInSource): string {
  if ("url" in connection) return connection.url;
  if ("baseUrl" in connection) return connection.baseUrl;
  throw new Error("Nobody signs in to what the operator runs");
}

const textOf = (value: unknown): string | null => (typeof value === "string" ? value : null);

function withoutFragment(address: string): string {
  const url = new URL(address);
  url.hash = "";
  return url.href;
}

/** A resource stands for an address of its own origin, at or below its path. */
function isWithin(address: string, resource: string): boolean {
  const [one, other] = [URL.parse(address), URL.parse(resource)];
  if (!one || one.origin !== other?.origin) return false;
  const folder = (path: string) => (path.endsWith("/") ? path : `${path}/`);
  return folder(one.pathname).startsWith(folder(other.pathname));
}

const unsafe = (reason: string): never => fail(connections.SignInUnsupported, { reason });

function failWords(error: unknown): never {
  if (error instanceof TypeError || error instanceof SyntaxError)
    return unsafe("The service describes itself in a way that is not valid.");
  if (error instanceof Error && /issuer/i.test(error.message))
    return unsafe("The service does not say who it is in one way.");
  return failUnreachable(error);
}
