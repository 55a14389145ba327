/** The two tokens of a session. Neither is ever stored or logged as it is. */
import { createHash, randomBytes } from "node:crypto";
import { accounts, errors } from "@althing/contract";
import { jwtVerify, SignJWT } from "jose";
import { v4 as uuidv4 } from "uuid";
import type { z } from "zod";
import { fail } from "../../kernel/failure.ts";
import type { Secrets } from "../../platform/secrets/index.ts";
import { accessTokenSeconds } from "./policy.ts";

export type AccessClaims = z.output<typeof accounts.AccessClaims>;

const purpose = { access: "access token", refresh: "refresh token" } as const;
const algorithm = "HS256";

export const hashToken = (token: string): string => createHash("sha256").update(token).digest("base64url");

export const newToken = (): string => randomBytes(24).toString("base64url");

export const signAccessToken = (
  secrets: Secrets,
  session: { id: string; accountId: string },
  now: Date,
): Promise<string> => {
  const seconds = Math.floor(now.getTime() / 1_000);
  return new SignJWT({ sid: session.id })
    .setProtectedHeader({ alg: algorithm })
    .setSubject(session.accountId)
    .setJti(uuidv4())
    .setIssuedAt(seconds)
    .setExpirationTime(seconds + accessTokenSeconds)
    .sign(secrets.key(purpose.access));
};

export async function verifyAccessToken(secrets: Secrets, token: string, now: Date): Promise<AccessClaims> {
  try {
    const key = secrets.key(purpose.access);
    const { payload } = await jwtVerify(token, key, { algorithms: [algorithm], currentDate: now });
    return accounts.AccessClaims.parse(payload);
  } catch {
    return fail(errors.Unauthenticated);
  }
}

/** A refresh token names its session, so that one used twice betrays whose session must end. */
export const firstRefreshToken = (sessionId: string): string => `${sessionId}.${newToken()}`;

/**
 * Each token follows from the one before by a key that only the server has: a cookie that is presented twice at once gets
 * the same successor twice, while an old token is of no use to who has no key.
 */
export function nextRefreshToken(secrets: Secrets, token: string): string {
  return `${sessionIdIn(token) ?? ""}.${secrets.sign(purpose.refresh, token)}`;
}

export function sessionIdIn(refreshToken: string): accounts.SessionId | undefined {
  return accounts.SessionId.safeParse(refreshToken.split(".", 1)[0]).data;
}
