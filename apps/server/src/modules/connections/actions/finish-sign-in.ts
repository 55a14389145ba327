/** The service has led back. Only who began may finish, once, and only what this service itself says counts. */
import { connections, feedOf } from "@althing/contract";
import type { OAuthTokens } from "@modelcontextprotocol/client";
import { v7 as uuidv7 } from "uuid";
import { requireAccount } from "../../../kernel/actor.ts";
import type { OutsideAction } from "../../../kernel/binding.ts";
import { fail } from "../../../kernel/failure.ts";
import type { Platform } from "../../../kernel/platform.ts";
import { resumeAfterSignIn } from "../../tools/index.ts";
import { clientOf, redirectUriOf } from "../oauth/client.ts";
import { loadOAuth } from "../oauth/library.ts";
import { metadataOf } from "../oauth/metadata.ts";
import { failUnreachable, fetchOf } from "../oauth/outgoing.ts";
import { expiryOf, sealTokens } from "../oauth/renew.ts";
import { sealedVerifier } from "../secrets.ts";
import { findConnectionAt, upsertConnection } from "../store/connections.ts";
import { findSignIn, useSignIn } from "../store/sign-ins.ts";
import type { FlowRow } from "../tables.ts";
import { viewConnection } from "../views.ts";
import { hashState } from "./begin-sign-in.ts";

export const finishSignIn: OutsideAction<typeof connections.finishSignIn> = async (platform, { actor, input }) => {
  const { account } = requireAccount(actor);
  const stateHash = hashState(input.state);
  const begun = await platform.read((tx) => findSignIn(tx, stateHash));
  if (!begun) return fail(connections.SignInInvalid);
  if (begun.account_id !== account.id) return fail(connections.SignInNotYours);
  const flow = await platform.write(actor, (tx) => useSignIn(tx, stateHash));
  if (!flow) return fail(connections.SignInInvalid);
  requireIssuer(flow, input.iss);
  if (input.error !== undefined || input.code === undefined) return refuse("The service gave no permission.");
  const tokens = await exchange(platform, flow, input.code, input.iss);
  return platform.write(actor, async (tx) => {
    const known = await findConnectionAt(tx, account.id, flow.source_id);
    const id = known?.id ?? (uuidv7() as connections.ConnectionId);
    const granted = tokens.scope?.split(" ").filter(Boolean);
    const row = await upsertConnection(tx, {
      id,
      workspace_id: flow.workspace_id,
      account_id: account.id,
      source_id: flow.source_id,
      issuer: flow.service.issuer,
      resource: flow.resource,
      service: flow.service,
      client_id: flow.client_id,
      scopes: granted ?? flow.scopes,
      tokens: sealTokens(platform, id, { access: tokens.access_token, refresh: tokens.refresh_token ?? null }),
      state: "active",
      expires_at: expiryOf(platform, tokens.expires_in),
      created_at: tx.now,
      refreshed_at: tx.now,
    });
    const connection = viewConnection(row);
    tx.emit(connections.ConnectionChanged, feedOf.account(account.id), { connection });
    await resumeAfterSignIn(tx, { accountId: account.id, sourceId: flow.source_id });
    return connection;
  });
};

/** Byte for byte (RFC 9207): what comes from somebody else is not even shown. */
function requireIssuer({ service }: FlowRow, iss: string | undefined): void {
  if (iss === undefined ? service.issParameter : iss !== service.issuer) refuse("The answer came from somebody else.");
}

async function exchange(
  platform: Platform,
  flow: FlowRow,
  code: string,
  iss: string | undefined,
): Promise<OAuthTokens> {
  const client = await clientOf(platform, { ...flow, issuer: flow.service.issuer });
  const { exchangeAuthorization } = await loadOAuth();
  try {
    return await exchangeAuthorization(flow.service.issuer, {
      metadata: metadataOf(flow.service),
      clientInformation: client,
      authorizationCode: code,
      codeVerifier: sealedVerifier.open(platform.secrets, flow.state_hash, flow.verifier),
      redirectUri: redirectUriOf(platform),
      resource: flow.resource,
      fetchFn: fetchOf(platform),
      ...(iss !== undefined && { iss }),
    });
  } catch (error) {
    if (error instanceof Error && (error.name === "EgressFailed" || error.name === "EgressRefused"))
      failUnreachable(error);
    return refuse("The service did not accept the sign-in.");
  }
}

const refuse = (reason: string): never => fail(connections.SignInRefused, { reason });
