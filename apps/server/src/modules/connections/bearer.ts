// What the tools ask: a token of somebody for a source, or where they must sign in for one.

import { system } from "../../kernel/actor.ts";
import type { Platform } from "../../kernel/platform.ts";
import type { SignInAnswer, SignInQuestion, SignIns } from "../tools/index.ts";
import { addressOf } from "./oauth/discover.ts";
import { renew, tokensOf } from "./oauth/renew.ts";
import { findConnectionAt, updateConnection } from "./store/connections.ts";
import type { ConnectionRow } from "./tables.ts";

/** Tokens are renewed when this much of their life is left, so that none ends under way. */
const spare = 0.2;

export const signInsByOauth: SignIns = {
  async bearerFor(platform, question) {
    const row = await find(platform, question);
    if (row?.state !== "active") return signInFor(platform, question);
    const fresh = isEnding(platform, row) ? await renew(platform, row).catch(() => stillGood(platform, row)) : row;
    return fresh ? { kind: "token", token: tokensOf(platform, fresh).access } : signInFor(platform, question);
  },
  async refused(platform, { token, challenge, ...question }) {
    const row = await find(platform, question);
    if (row?.state !== "active") return signInFor(platform, question);
    const wanted = wantedScopes(challenge);
    if (wanted.some((scope) => !row.scopes.includes(scope))) {
      // What was granted stays asked for; what is missing comes to it at the next sign-in.
      const scopes = [...new Set([...row.scopes, ...wanted])];
      await platform.write(system, (tx) => updateConnection(tx, row, { state: "needs_sign_in", scopes }));
      return signInFor(platform, question);
    }
    const { access } = tokensOf(platform, row);
    if (access !== token) return { kind: "token", token: access };
    const fresh = await renew(platform, row);
    return fresh ? { kind: "token", token: tokensOf(platform, fresh).access } : signInFor(platform, question);
  },
};

const find = (platform: Platform, { accountId, source }: SignInQuestion): Promise<ConnectionRow | undefined> =>
  platform.read((tx) => findConnectionAt(tx, accountId, source.id));

function isEnding(platform: Platform, { expires_at, refreshed_at }: ConnectionRow): boolean {
  if (!expires_at) return false;
  const left = expires_at.getTime() - platform.clock().getTime();
  return left < (expires_at.getTime() - refreshed_at.getTime()) * spare;
}

/** Where it could not be renewed just now, it may do until it ends. */
const stillGood = (platform: Platform, row: ConnectionRow): ConnectionRow | undefined =>
  row.expires_at !== null && row.expires_at > platform.clock() ? row : undefined;

/** The scopes of a challenge such as `Bearer error="insufficient_scope", scope="read write"`. */
function wantedScopes(challenge: string | null): string[] {
  if (!challenge?.includes("insufficient_scope")) return [];
  return (/\bscope="([^"]*)"/.exec(challenge)?.[1] ?? "").split(" ").filter(Boolean);
}

/** Leads to our own page: there it is the person who asked who goes on, or nobody. */
const signInFor = ({ publicUrl }: Platform, { source }: SignInQuestion): SignInAnswer => ({
  kind: "needs_sign_in",
  host: new URL(addressOf(source)).host,
  url: `${publicUrl}/connect/${source.workspace_id}/${source.id}`,
});
