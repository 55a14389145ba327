import { defineMigration } from "../../../platform/database/index.ts";

export const createAccounts = defineMigration("accounts.001_accounts", {
  up: [
    `create table accounts (
      id uuid primary key,
      kind text not null check (kind in ('person', 'imported', 'bot', 'assistant', 'system')),
      handle text not null unique check (handle = lower(handle)),
      name text not null,
      email text unique check (email = lower(email)),
      email_verified_at timestamptz,
      password_hash text,
      is_owner boolean not null default false,
      title text not null default '',
      pronouns text not null default '',
      time_zone text,
      locale text,
      avatar jsonb not null,
      fields jsonb not null default '[]',
      status_emoji text,
      status_text text not null default '',
      status_expires_at timestamptz,
      busy boolean not null default false,
      busy_until timestamptz,
      preferences jsonb not null default '{}',
      version integer not null default 1,
      created_at timestamptz not null,
      disabled_at timestamptz
    )`,
    "create unique index accounts_one_owner on accounts (is_owner) where is_owner",
    `create table sessions (
      id uuid primary key,
      account_id uuid not null references accounts on delete cascade,
      kind text not null check (kind in ('token', 'cookie')),
      token_hash text not null,
      rotated_at timestamptz,
      user_agent text not null,
      address text,
      created_at timestamptz not null,
      last_used_at timestamptz not null,
      expires_at timestamptz not null,
      ended_at timestamptz
    )`,
    "create index sessions_by_account on sessions (account_id)",
    `create table account_links (
      token_hash text primary key,
      account_id uuid not null references accounts on delete cascade,
      purpose text not null check (purpose in ('verify_email', 'reset_password')),
      email text not null,
      created_at timestamptz not null,
      expires_at timestamptz not null,
      used_at timestamptz
    )`,
    "create index account_links_by_account on account_links (account_id)",
  ],
  down: ["drop table account_links", "drop table sessions", "drop table accounts"],
});
