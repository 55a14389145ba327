/**
 * Fresh tokens for a connection. Services that rotate refresh tokens revoke everything when one comes twice, so one server
 * at a time renews: it takes the renewal on with the version it read, asks the service outside of any transaction (which
 * could be run again), and writes only if the version is still that one. Whoever comes meanwhile waits for its outcome.
 */
import { connections, feedOf } from "@althing/contract";
import { system } from "../../../kernel/actor.ts";
import type { Platform } from "../../../kernel/platform.ts";
import { sealedTokens } from "../secrets.ts";
import { claimRenewal, findConnectionAt, updateConnection } from "../store/connections.ts";
import type { ConnectionRow, Tokens } from "../tables.ts";
import { viewConnection } from "../views.ts";
import { clientOf } from "./client.ts";
import { loadOAuth } from "./library.ts";
import { metadataOf } from "./metadata.ts";
import { fetchOf } from "./outgoing.ts";

const renewalMs = 30_000;
const lookAgainMs = 100;

const renewals = new Map<string, Promise<ConnectionRow | undefined>>();

/** The connection once it is renewed by whomever; undefined where somebody has to sign in again. */
export function renew(platform: Platform, row: ConnectionRow): Promise<ConnectionRow | undefined> {
  const key = `${row.id} ${row.version}`;
  const renewal = renewals.get(key) ?? renewOnce(platform, row).finally(() => renewals.delete(key));
  renewals.set(key, renewal);
  return renewal;
}

async function renewOnce(platform: Platform, row: ConnectionRow): Promise<ConnectionRow | undefined> {
  const until = new Date(platform.clock().getTime() + renewalMs);
  const claimed = await platform.write(system, (tx) => claimRenewal(tx, row, until));
  return claimed ? ask(platform, claimed) : awaitOther(platform, row);
}

async function ask(platform: Platform, row: ConnectionRow): Promise<ConnectionRow | undefined> {
  const { refresh } = tokensOf(platform, row);
  if (refresh === null) return giveUp(platform, row);
  const { OAuthError, refreshAuthorization } = await loadOAuth();
  try {
    const { access_token, refresh_token, expires_in, scope } = await refreshAuthorization(row.service.issuer, {
      metadata: metadataOf(row.service),
      clientInformation: await clientOf(platform, row),
      refreshToken: refresh,
      resource: row.resource,
      fetchFn: fetchOf(platform),
    });
    return await keep(platform, row, {
      tokens: sealTokens(platform, row.id, { access: access_token, refresh: refresh_token ?? refresh }),
      expires_at: expiryOf(platform, expires_in),
      refreshed_at: platform.clock(),
      ...(scope !== undefined && { scopes: scope.split(" ").filter(Boolean) }),
    });
  } catch (error) {
    // The service says that the grant is gone; that it did not answer says nothing of the grant.
    if (OAuthError.isInstance(error)) return giveUp(platform, row);
    await platform.write(system, (tx) => updateConnection(tx, row, {}));
    throw error;
  }
}

const giveUp = async (platform: Platform, row: ConnectionRow): Promise<undefined> => {
  await keep(platform, row, { state: "needs_sign_in" });
};

async function keep(
  platform: Platform,
  row: ConnectionRow,
  changes: Parameters<typeof updateConnection>[2],
): Promise<ConnectionRow | undefined> {
  const written = await platform.write(system, async (tx) => {
    const next = await updateConnection(tx, row, changes);
    if (next)
      tx.emit(connections.ConnectionChanged, feedOf.account(next.account_id), { connection: viewConnection(next) });
    return next;
  });
  // Somebody signed in anew meanwhile: theirs is the truth.
  return written ?? current(platform, row);
}

async function awaitOther(platform: Platform, row: ConnectionRow): Promise<ConnectionRow | undefined> {
  for (;;) {
    const next = await platform.read((tx) => findConnectionAt(tx, row.account_id, row.source_id));
    if (!next || next.state === "needs_sign_in") return undefined;
    if (next.version !== row.version) return next;
    const isLeft = next.renewing_until === null || next.renewing_until <= platform.clock();
    if (isLeft) return renewOnce(platform, next);
    await new Promise((resolve) => setTimeout(resolve, lookAgainMs));
  }
}

async function current(platform: Platform, row: ConnectionRow): Promise<ConnectionRow | undefined> {
  const next = await platform.read((tx) => findConnectionAt(tx, row.account_id, row.source_id));
  return next?.state === "active" ? next : undefined;
}

export const tokensOf = ({ secrets }: Platform, { id, tokens }: ConnectionRow): Tokens =>
  JSON.parse(sealedTokens.open(secrets, id, tokens)) as Tokens;

export const sealTokens = ({ secrets }: Platform, id: string, tokens: Tokens): string =>
  sealedTokens.seal(secrets, id, JSON.stringify(tokens));

export const expiryOf = (platform: Platform, seconds: number | undefined): Date | null =>
  seconds === undefined ? null : new Date(platform.clock().getTime() + seconds * 1_000);
