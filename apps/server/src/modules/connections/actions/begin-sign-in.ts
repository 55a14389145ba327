import { createHash, randomBytes } from "node:crypto";
import type * as contract from "@althing/contract";
import { tools } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import type { OutsideAction } from "../../../kernel/binding.ts";
import { fail } from "../../../kernel/failure.ts";
import { findSignInSource } from "../../tools/index.ts";
import { redirectUriOf, resolveClient } from "../oauth/client.ts";
import { discover } from "../oauth/discover.ts";
import { loadOAuth } from "../oauth/library.ts";
import { metadataOf } from "../oauth/metadata.ts";
import { sealedVerifier } from "../secrets.ts";
import { findConnectionAt } from "../store/connections.ts";
import { deleteOldSignIns, insertSignIn } from "../store/sign-ins.ts";

const signInMs = 10 * 60_000;

export const hashState = (state: string): string => createHash("sha256").update(state).digest("base64url");

export const beginSignIn: OutsideAction<typeof contract.connections.beginSignIn> = async (platform, call) => {
  const { workspaceId, sourceId } = call.input;
  const { account } = requireAccount(call.actor);
  const source = await platform.read((tx) => findSignInSource(tx, workspaceId, sourceId));
  if (!source) return fail(tools.ToolSourceNotFound);
  const found = await discover(platform, source);
  const client = await resolveClient(platform, workspaceId, found);
  const before = await platform.read((tx) => findConnectionAt(tx, account.id, sourceId));
  const scopes = [...new Set([...found.scopes, ...(before?.scopes ?? [])])];
  const state = randomBytes(32).toString("base64url");
  const { startAuthorization } = await loadOAuth();
  const { authorizationUrl, codeVerifier } = await startAuthorization(found.service.issuer, {
    metadata: metadataOf(found.service),
    clientInformation: client,
    redirectUrl: redirectUriOf(platform),
    state,
    resource: found.resource,
    ...(scopes.length > 0 && { scope: scopes.join(" ") }),
  });
  const stateHash = hashState(state);
  await platform.write(call.actor, async (tx) => {
    await deleteOldSignIns(tx);
    await insertSignIn(tx, {
      state_hash: stateHash,
      workspace_id: workspaceId,
      account_id: account.id,
      source_id: sourceId,
      resource: found.resource,
      service: found.service,
      client_id: client.client_id,
      scopes,
      verifier: sealedVerifier.seal(platform.secrets, stateHash, codeVerifier),
      expires_at: new Date(tx.now.getTime() + signInMs),
    });
  });
  return { authorizeUrl: authorizationUrl.href, host: authorizationUrl.host, scopes };
};
