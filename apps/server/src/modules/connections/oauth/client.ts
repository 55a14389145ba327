/** As whom Althing asks: arranged by hand, by its own document, or registered at once; kept by issuer, never shared between two. */
import { connections, type workspaces } from "@althing/contract";
import { system } from "../../../kernel/actor.ts";
import { fail } from "../../../kernel/failure.ts";
import type { Platform } from "../../../kernel/platform.ts";
import { sealedClientSecret } from "../secrets.ts";
import { findClient, upsertClient } from "../store/clients.ts";
import type { ClientRow } from "../tables.ts";
import type { Found } from "./discover.ts";
import { loadOAuth } from "./library.ts";
import { failUnreachable, fetchOf } from "./outgoing.ts";

export type Client = { readonly client_id: string; readonly client_secret?: string };

export const redirectUriOf = ({ publicUrl }: Pick<Platform, "publicUrl">): string => `${publicUrl}/connect/callback`;
export const documentFolder = "oauth";
const documentName = "client.json";
const documentAddress = ({ publicUrl }: Platform): string => `${publicUrl}/media/${documentFolder}/${documentName}`;

const metadataOf = (platform: Platform) => ({
  client_name: "Althing",
  application_type: platform.publicUrl.startsWith("https://") ? "web" : "native",
  client_uri: platform.publicUrl,
  redirect_uris: [redirectUriOf(platform)],
  grant_types: ["authorization_code", "refresh_token"],
  response_types: ["code"],
  token_endpoint_auth_method: "none",
});

/** The document that some services read instead of a registration (client id metadata document). */
export const findDocument = (platform: Platform, name: string): string | undefined =>
  name === documentName ? JSON.stringify({ client_id: documentAddress(platform), ...metadataOf(platform) }) : undefined;

export async function resolveClient(
  platform: Platform,
  workspaceId: workspaces.WorkspaceId,
  found: Found,
): Promise<Client> {
  const { issuer } = found.service;
  const known = await platform.read((tx) => findClient(tx, workspaceId, issuer));
  if (known) return openClient(platform, known);
  if (found.takesDocuments && platform.publicUrl.startsWith("https://"))
    return { client_id: documentAddress(platform) };
  if (found.registrationEndpoint) return register(platform, workspaceId, found);
  return fail(connections.SignInNeedsClient, { issuer, redirectUri: redirectUriOf(platform) });
}

/** The client of a connection as it was when somebody signed in. */
export async function clientOf(
  platform: Platform,
  { workspace_id, issuer, client_id }: Pick<ClientRow, "workspace_id" | "issuer" | "client_id">,
): Promise<Client> {
  const known = await platform.read((tx) => findClient(tx, workspace_id, issuer));
  return known?.client_id === client_id ? openClient(platform, known) : { client_id };
}

function openClient({ secrets }: Platform, { workspace_id, issuer, client_id, secret }: ClientRow): Client {
  if (secret === null) return { client_id };
  return { client_id, client_secret: sealedClientSecret.open(secrets, [workspace_id, issuer], secret) };
}

async function register(
  platform: Platform,
  workspaceId: workspaces.WorkspaceId,
  { info, service }: Found,
): Promise<Client> {
  const { issuer } = service;
  const { registerClient } = await loadOAuth();
  const registered = await registerClient(info.authorizationServerUrl, {
    ...(info.authorizationServerMetadata && { metadata: info.authorizationServerMetadata }),
    clientMetadata: metadataOf(platform),
    fetchFn: fetchOf(platform),
  }).catch((error: unknown) => {
    if (error instanceof Error && error.name !== "EgressFailed" && error.name !== "EgressRefused")
      return fail(connections.SignInNeedsClient, { issuer, redirectUri: redirectUriOf(platform) });
    return failUnreachable(error);
  });
  const { client_id, client_secret } = registered;
  const secret =
    client_secret === undefined
      ? null
      : sealedClientSecret.seal(platform.secrets, [workspaceId, issuer], client_secret);
  await platform.write(system, (tx) =>
    upsertClient(tx, {
      workspace_id: workspaceId,
      issuer,
      client_id,
      secret,
      origin: "registered",
      created_at: tx.now,
    }),
  );
  return client_secret === undefined ? { client_id } : { client_id, client_secret };
}
