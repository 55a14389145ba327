// Rows of chats as they go over the wire.
import type { accounts, chats } from "@althing/contract";
import type { HoldRow, PromptRow, RetentionRow, ShareRow } from "./tables.ts";

export const viewPrompt = (row: PromptRow, owner: accounts.AccountRef): chats.Prompt => ({
  id: row.id,
  workspaceId: row.workspace_id,
  owner,
  title: row.title,
  description: row.description,
  body: row.body,
  variables: row.variables,
  shared: row.shared,
  version: row.version,
  createdAt: row.created_at.toISOString(),
  updatedAt: row.updated_at.toISOString(),
});

export const viewShare = (row: Omit<ShareRow, "conversation">, publicUrl: string): chats.Share => ({
  id: row.id,
  workspaceId: row.workspace_id,
  roomId: row.room_id,
  title: row.title,
  scope: row.scope,
  audience: row.audience,
  token: row.token,
  url: `${publicUrl}/share/${row.token}`,
  createdAt: row.created_at.toISOString(),
  expiresAt: row.expires_at?.toISOString() ?? null,
});

export const viewRetention = (row: RetentionRow): chats.ChatRetention => ({
  workspaceId: row.workspace_id,
  days: row.days,
  legalHold: row.legal_hold,
  version: row.version,
});

export const viewHold = (row: HoldRow, people: ReadonlyMap<string, accounts.AccountRef>): chats.LegalHold => ({
  id: row.id,
  reason: row.reason,
  by: row.by_account_id,
  byName: people.get(row.by_account_id)?.name ?? "",
  at: row.at.toISOString(),
  endedBy: row.ended_by,
  endedByName: row.ended_by && (people.get(row.ended_by)?.name ?? ""),
  endedAt: row.ended_at?.toISOString() ?? null,
});
