import type { AccountId, accounts } from "@althing/contract";
import type { Generated, JSONColumnType, Selectable } from "kysely";

type Profile = accounts.Profile;

export type AccountsTable = {
  id: AccountId;
  kind: Profile["kind"];
  /** Unique in the installation, in lower case. */
  handle: string;
  name: string;
  /** Unique in the installation, in lower case; bots and imported accounts have none. */
  email: string | null;
  email_verified_at: Date | null;
  /** argon2id, or bcrypt until the next sign-in; without one nobody can sign in. */
  password_hash: string | null;
  is_owner: Generated<boolean>;
  title: Generated<string>;
  pronouns: Generated<string>;
  time_zone: string | null;
  locale: string | null;
  avatar: Omit<Profile["avatar"], "url">;
  /** The hash of a picture. */
  avatar_picture: string | null;
  fields: JSONColumnType<Profile["fields"], string | undefined, string>;
  /** There is a status where one of emoji and text is. */
  status_emoji: string | null;
  status_text: Generated<string>;
  status_expires_at: Date | null;
  busy: Generated<boolean>;
  busy_until: Date | null;
  /** Only what differs from the defaults. */
  preferences: Generated<PreferenceChanges>;
  version: Generated<number>;
  created_at: Date;
  disabled_at: Date | null;
};

export type PreferenceChanges = (typeof accounts.updatePreferences.input)["_zod"]["output"];

/** A session is the family of its refresh tokens: each follows from the one before, and only the newest is good. */
export type SessionsTable = {
  id: accounts.SessionId;
  account_id: AccountId;
  kind: SessionKind;
  token_hash: string;
  rotated_at: Date | null;
  user_agent: string;
  address: string | null;
  created_at: Date;
  last_used_at: Date;
  expires_at: Date;
  ended_at: Date | null;
};
export type SessionKind = "token" | "cookie";

export type LinksTable = {
  token_hash: string;
  account_id: AccountId;
  purpose: LinkPurpose;
  /** The address that the link was sent to. */
  email: string;
  created_at: Date;
  expires_at: Date;
  used_at: Date | null;
};
export type LinkPurpose = "verify_email" | "reset_password";

export type AccountTables = { accounts: AccountsTable; sessions: SessionsTable; account_links: LinksTable };

/** An account without what opens it. */
export type AccountRow = Omit<Selectable<AccountsTable>, "password_hash" | "preferences">;
export type SessionRow = Selectable<SessionsTable>;
