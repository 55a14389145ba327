// What signing up and signing in have in common: a new session, and an answer that holds its tokens.
import { type accounts, errors } from "@althing/contract";
import { type CookieChange, type RequestFacts, refreshCookieName, WithCookies } from "../../kernel/call.ts";
import { fail } from "../../kernel/failure.ts";
import type { Platform } from "../../kernel/platform.ts";
import type { WriteTx } from "../../kernel/tx.ts";
import { accessTokenSeconds, refreshTokenSeconds } from "./policy.ts";
import { loadMe } from "./queries/self.ts";
import { findAccount } from "./store/accounts.ts";
import { insertSession } from "./store/sessions.ts";
import type { AccountRow, SessionKind } from "./tables.ts";
import { firstRefreshToken, hashToken, signAccessToken } from "./tokens.ts";

export type OpenedSession = {
  readonly id: accounts.SessionId;
  readonly accountId: AccountRow["id"];
  readonly kind: SessionKind;
  readonly refreshToken: string;
};

export async function openSession(
  tx: WriteTx,
  session: Pick<OpenedSession, "accountId" | "kind">,
  request: Pick<RequestFacts, "userAgent" | "address">,
): Promise<OpenedSession> {
  const id = tx.newId() as accounts.SessionId;
  const refreshToken = firstRefreshToken(id);
  await insertSession(tx, {
    id,
    account_id: session.accountId,
    kind: session.kind,
    token_hash: hashToken(refreshToken),
    rotated_at: null,
    user_agent: request.userAgent,
    address: request.address,
    created_at: tx.now,
    last_used_at: tx.now,
    expires_at: refreshExpiry(tx.now),
    ended_at: null,
  });
  return { ...session, id, refreshToken };
}

export const refreshExpiry = (now: Date): Date => new Date(now.getTime() + refreshTokenSeconds * 1_000);

export const refreshCookie = (value: string | null): CookieChange => ({
  name: refreshCookieName,
  value,
  maxAgeSeconds: refreshTokenSeconds,
});

export type Grant = { accessToken: string; expiresInSeconds: number; refreshToken?: string };

/** The tokens of a session; the refresh token of the web app only in its cookie, where no script can read it. */
export async function grant<More extends object>(
  platform: Platform,
  session: OpenedSession,
  more: More,
): Promise<(Grant & More) | WithCookies<Grant & More>> {
  const { refreshToken, kind } = session;
  const accessToken = await signAccessToken(platform.secrets, session, platform.clock());
  const granted = { accessToken, expiresInSeconds: accessTokenSeconds, ...more };
  if (kind === "token") return { ...granted, refreshToken };
  return new WithCookies(granted, [refreshCookie(refreshToken)]);
}

/** The answer to who signs in, with the workspace to show first: the one named, or else any. */
export async function grantWithAccount(platform: Platform, session: OpenedSession, workspaceId?: string | null) {
  const account = await platform.read(async (tx) => {
    const row = (await findAccount(tx, session.accountId)) ?? fail(errors.Unauthenticated);
    return (await loadMe(tx, row))();
  });
  const { workspaces } = account;
  const workspace = workspaces.find(({ id }) => id === workspaceId) ?? workspaces[0] ?? null;
  return grant(platform, session, { account, workspace });
}
