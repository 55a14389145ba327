import { accounts } from "@althing/contract";
import { system } from "../../../kernel/actor.ts";
import type { OutsideAction } from "../../../kernel/binding.ts";
import type { RequestFacts } from "../../../kernel/call.ts";
import { fail } from "../../../kernel/failure.ts";
import type { WriteTx } from "../../../kernel/tx.ts";
import { cookieGraceSeconds } from "../policy.ts";
import { grant, refreshExpiry } from "../signing-in.ts";
import { lockSession, rotateToken } from "../store/sessions.ts";
import type { SessionRow } from "../tables.ts";
import { hashToken, nextRefreshToken, sessionIdIn } from "../tokens.ts";
import { endSessions } from "./announce.ts";

export const refresh: OutsideAction<typeof accounts.refresh> = async (platform, { input, request }) => {
  const presented = input.refreshToken ?? request.refreshCookie ?? "";
  const sessionId = sessionIdIn(presented) ?? fail(accounts.RefreshTokenInvalid);
  const next = nextRefreshToken(platform.secrets, presented);
  const tokens = { presentedHash: hashToken(presented), nextHash: hashToken(next) };
  const outcome = await platform.write(system, (tx) => rotate(tx, sessionId, tokens, request));
  if (outcome === "reused") {
    platform.log.warn({ sessionId }, "A refresh token was used again, so its session has ended");
  }
  if (typeof outcome === "string") return fail(accounts.RefreshTokenInvalid);
  const { account_id: accountId, kind } = outcome;
  return grant(platform, { id: sessionId, accountId, kind, refreshToken: next }, {});
};

/** The failure is not thrown in here: that the session ends must be committed. */
async function rotate(
  tx: WriteTx,
  id: accounts.SessionId,
  { presentedHash, nextHash }: { presentedHash: string; nextHash: string },
  { userAgent, address }: RequestFacts,
): Promise<SessionRow | "invalid" | "reused"> {
  const next = { token_hash: nextHash, user_agent: userAgent, address, expires_at: refreshExpiry(tx.now) };
  const rotated = await rotateToken(tx, { id, presentedHash }, next);
  if (rotated) return rotated;
  const session = await lockSession(tx, id);
  if (!session || session.ended_at !== null || session.expires_at <= tx.now) return "invalid";
  if (session.token_hash === nextHash && isInGrace(session, tx.now)) return session;
  await endSessions(tx, session.account_id, "token_reused", { only: id });
  return "reused";
}

const isInGrace = ({ kind, rotated_at }: SessionRow, now: Date): boolean =>
  kind === "cookie" && rotated_at !== null && now.getTime() - rotated_at.getTime() <= cookieGraceSeconds * 1_000;
