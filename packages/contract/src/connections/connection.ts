// Connections: whom an outside service knows a person as. Tokens are sealed; they go out to that service and nowhere else.
import { z } from "zod";
import { defineError } from "../kit/error.ts";
import { AccountId, defineId } from "../kit/id.ts";
import { limits } from "../kit/limit.ts";
import { defineRoute } from "../kit/route.ts";
import { Timestamp } from "../kit/text.ts";
import { ToolManage, ToolSourceId, ToolSourceNotFound } from "../tools/source.ts";
import { WorkspaceId, WorkspaceView } from "../workspaces/roles.ts";

export const ConnectionId = defineId("ConnectionId");
export type ConnectionId = z.output<typeof ConnectionId>;

export const ConnectionNotFound = defineError("connection_not_found", {
  status: 404,
  title: "There is no such connection",
  message: "It was taken back already, or is someone else's.",
});
export const SignInUnsupported = defineError("sign_in_unsupported", {
  status: 409,
  title: "One cannot sign in there in a safe way",
  message: "What is missing stands in `reason`; tell an admin of the workspace.",
  data: z.object({ reason: z.string() }),
});
export const SignInNeedsClient = defineError("sign_in_needs_client", {
  status: 409,
  title: "The service does not know Althing yet",
  message: "An admin must register Althing there by hand and enter the client's id for this source.",
  data: z.object({ issuer: z.string(), redirectUri: z.string() }),
});
export const SignInUnreachable = defineError("sign_in_unreachable", {
  status: 502,
  title: "The service did not answer",
  message: "Try again in a while; if it stays, tell an admin of the workspace.",
  retry: true,
});
export const SignInInvalid = defineError("sign_in_invalid", {
  status: 410,
  title: "This sign-in is used up",
  message: "It was finished already, or took longer than ten minutes; begin again.",
});
export const SignInNotYours = defineError("sign_in_not_yours", {
  status: 403,
  title: "Someone else began this sign-in",
  message: "Sign in to Althing as the person who asked, and begin again.",
});
export const SignInRefused = defineError("sign_in_refused", {
  status: 409,
  title: "The service did not let you in",
  message: "You, or the service, refused; begin again if that was not meant.",
  data: z.object({ reason: z.string() }),
});

export const Connection = z
  .object({
    id: ConnectionId,
    workspaceId: WorkspaceId,
    accountId: AccountId,
    sourceId: ToolSourceId,
    issuer: z.string(),
    host: z.string(),
    scopes: z.array(z.string()),
    state: z.enum(["active", "needs_sign_in"]),
    createdAt: Timestamp,
    refreshedAt: Timestamp,
    expiresAt: Timestamp.nullable().meta({
      description: "When the token ends; it is renewed before, where it can be.",
    }),
    version: z.int(),
  })
  .meta({ id: "Connection" });
export type Connection = z.output<typeof Connection>;

const exampleId = "01930c2e-7a54-7c3b-9d0a-3f5b8e2c1d47";

export const listConnections = defineRoute("connections.list", {
  http: "GET /workspaces/:workspaceId/connections",
  summary: "Where you have signed in for tools of this workspace",
  permission: WorkspaceView,
  input: z.strictObject({ workspaceId: WorkspaceId }),
  output: z.array(Connection),
  limit: limits.read,
});

export const beginSignIn = defineRoute("connections.begin_sign_in", {
  http: "POST /workspaces/:workspaceId/connections",
  summary: "Begin to sign in to a source of tools",
  description:
    "Open `authorizeUrl` in a browser; the service leads back to the app, which finishes the sign-in. Only you can finish it.",
  permission: WorkspaceView,
  input: z.strictObject({ workspaceId: WorkspaceId, sourceId: ToolSourceId }),
  output: z.object({ authorizeUrl: z.string(), host: z.string(), scopes: z.array(z.string()) }),
  errors: [ToolSourceNotFound, SignInUnsupported, SignInNeedsClient, SignInUnreachable],
  limit: limits.create,
  example: { sourceId: exampleId },
});

export const finishSignIn = defineRoute("connections.finish_sign_in", {
  http: "POST /connections/callback",
  summary: "Finish a sign-in with what the service led back with",
  description: "What waited for it goes on by itself.",
  input: z.strictObject({
    state: z.string().min(1).max(200),
    code: z.string().max(4_000).optional(),
    iss: z.string().max(2_000).optional(),
    error: z.string().max(200).optional(),
  }),
  output: Connection,
  errors: [SignInInvalid, SignInNotYours, SignInRefused, SignInUnreachable],
  limit: limits.create,
  example: { state: "unknown", code: "none" },
});

export const removeConnection = defineRoute("connections.remove", {
  http: "DELETE /workspaces/:workspaceId/connections/:connectionId",
  summary: "Take a connection back: at the service where it can be, and here in any case",
  permission: WorkspaceView,
  input: z.strictObject({ workspaceId: WorkspaceId, connectionId: ConnectionId }),
  output: z.null(),
  errors: [ConnectionNotFound],
  limit: limits.write,
});

/** How Althing is known at a service, where that was arranged by hand. The secret goes in and never comes out. */
export const OauthClient = z
  .object({ issuer: z.string(), clientId: z.string(), hasSecret: z.boolean(), redirectUri: z.string() })
  .meta({ id: "OauthClient" });

const issuer = z.url({ protocol: /^https?$/ }).max(500);

export const listOauthClients = defineRoute("connections.list_clients", {
  http: "GET /workspaces/:workspaceId/oauth-clients",
  summary: "How Althing is known at services, where that was arranged by hand",
  permission: ToolManage,
  input: z.strictObject({ workspaceId: WorkspaceId }),
  output: z.array(OauthClient),
  limit: limits.read,
});

export const setOauthClient = defineRoute("connections.set_client", {
  http: "PUT /workspaces/:workspaceId/oauth-clients",
  summary: "Say as whom Althing is registered at a service",
  description: "Register there with the answer's `redirectUri`. Who signs in afterwards does so as this client.",
  permission: ToolManage,
  input: z.strictObject({
    workspaceId: WorkspaceId,
    issuer,
    clientId: z.string().trim().min(1).max(500),
    clientSecret: z.string().min(1).max(2_000).optional(),
  }),
  output: OauthClient,
  limit: limits.write,
  example: { issuer: "https://login.example.org", clientId: "althing" },
});

export const removeOauthClient = defineRoute("connections.remove_client", {
  http: "DELETE /workspaces/:workspaceId/oauth-clients",
  summary: "Forget how Althing is registered at a service",
  permission: ToolManage,
  input: z.strictObject({ workspaceId: WorkspaceId, issuer }),
  output: z.null(),
  errors: [ConnectionNotFound],
  limit: limits.write,
  example: { issuer: "https://login.example.org" },
});
