// Who bears an access token: from memory where it was asked before, so that most requests cost neither query nor crypto.
import { errors } from "@althing/contract";
import { type AccountActor, system } from "../../kernel/actor.ts";
import { fail } from "../../kernel/failure.ts";
import type { Platform } from "../../kernel/platform.ts";
import { claimsMemo, refsMemo, sessionsMemo } from "./memory.ts";
import { listAccountRefs } from "./queries/people.ts";
import { findAccount } from "./store/accounts.ts";
import { findLive, touchSession } from "./store/sessions.ts";
import { verifyAccessToken } from "./tokens.ts";

const touchAfterMs = 5 * 60_000;

export async function authenticate(platform: Platform, token: string): Promise<AccountActor> {
  const { memos, secrets } = platform;
  const now = platform.clock();
  const known = await memos.get(claimsMemo, [token], async () => {
    return new Map([[token, await verifyAccessToken(secrets, token, now)]]);
  });
  const claims = known.get(token);
  if (!claims || claims.exp * 1_000 <= now.getTime()) return fail(errors.Unauthenticated);
  const session = await findSession(platform, claims.sid);
  if (session?.accountId !== claims.sub) return fail(errors.Unauthenticated);
  const account = await findRef(platform, claims.sub);
  return { kind: "account", account, sessionId: claims.sid };
}

export const isSessionAlive = async (platform: Platform, sessionId: string): Promise<boolean> =>
  (await findSession(platform, sessionId)) !== undefined;

export const isOwner = (platform: Platform, accountId: string): Promise<boolean> =>
  platform.read(async (tx) => (await findAccount(tx, accountId))?.is_owner ?? false);

async function findSession(platform: Platform, sessionId: string): Promise<{ accountId: string } | undefined> {
  const found = await platform.memos.get(sessionsMemo, [sessionId], async (missing) => {
    const rows = await platform.read((tx) => findLive(tx, missing));
    for (const row of rows) await touch(platform, row);
    return new Map(rows.map((row) => [row.id as string, { accountId: row.account_id as string }]));
  });
  return found.get(sessionId);
}

/** The list of sessions need not know the last use to the second. */
async function touch(platform: Platform, session: { id: string; last_used_at: Date }): Promise<void> {
  if (platform.clock().getTime() - session.last_used_at.getTime() < touchAfterMs) return;
  await platform.write(system, (tx) => touchSession(tx, session.id));
}

async function findRef(platform: Platform, accountId: string) {
  const remembered = platform.memos.peek(refsMemo, accountId);
  if (remembered) return remembered;
  const refs = await platform.read((tx) => listAccountRefs(tx, [accountId]));
  return refs.get(accountId) ?? fail(errors.Unauthenticated);
}
