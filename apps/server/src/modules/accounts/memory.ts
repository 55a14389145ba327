// What this process remembers of accounts and sessions, and the events that make it forget.
import { accounts } from "@althing/contract";
import { defineMemo } from "../../kernel/memo.ts";
import { type Ear, ear } from "../../kernel/module.ts";
import type { AccessClaims } from "./tokens.ts";

export const refsMemo = defineMemo<accounts.AccountRef>("accounts.refs", { ttlSeconds: 300, max: 100_000 });
export const preferencesMemo = defineMemo<accounts.Preferences>("accounts.preferences", {
  ttlSeconds: 60,
  max: 50_000,
});
/** What a token says never changes; whether its session lives is another question. */
export const claimsMemo = defineMemo<AccessClaims>("accounts.claims", { ttlSeconds: 900, max: 50_000 });
export const sessionsMemo = defineMemo<{ accountId: string }>("accounts.sessions", { ttlSeconds: 60, max: 50_000 });

export const forgetting: readonly Ear[] = [
  ear(accounts.SessionEnded, ({ memos }, { data }) => memos.forget(sessionsMemo, data.sessionId)),
  ear(accounts.ProfileChanged, ({ memos }, { data }) => memos.forget(refsMemo, data.account.id)),
  ear(accounts.PreferencesChanged, ({ memos }, { feed }) =>
    memos.forget(preferencesMemo, feed.slice(feed.indexOf(":") + 1)),
  ),
];
