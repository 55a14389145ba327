import { defineMigration } from "../../../platform/database/index.ts";

export const createConnections = defineMigration("connections.001_connections", {
  up: [
    `create table tool_connections (
      id uuid primary key,
      workspace_id uuid not null,
      account_id uuid not null,
      source_id uuid not null,
      issuer text not null,
      resource text not null,
      service jsonb not null,
      client_id text not null,
      scopes jsonb not null,
      tokens text not null,
      state text not null check (state in ('active', 'needs_sign_in')),
      expires_at timestamptz,
      renewing_until timestamptz,
      version int not null default 1,
      created_at timestamptz not null,
      refreshed_at timestamptz not null,
      unique (account_id, source_id)
    )`,
    "create index tool_connections_of_source on tool_connections (source_id)",
    `create table tool_sign_ins (
      state_hash text primary key,
      workspace_id uuid not null,
      account_id uuid not null,
      source_id uuid not null,
      resource text not null,
      service jsonb not null,
      client_id text not null,
      scopes jsonb not null,
      verifier text not null,
      expires_at timestamptz not null,
      used_at timestamptz
    )`,
    "create index tool_sign_ins_by_end on tool_sign_ins (expires_at)",
    `create table oauth_clients (
      workspace_id uuid not null,
      issuer text not null,
      client_id text not null,
      secret text,
      origin text not null check (origin in ('hand', 'registered')),
      created_at timestamptz not null,
      primary key (workspace_id, issuer)
    )`,
  ],
  down: ["drop table oauth_clients", "drop table tool_sign_ins", "drop table tool_connections"],
});
