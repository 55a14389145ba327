import type { accounts } from "@althing/contract";
import { pictureUrl } from "../pictures/index.ts";
import { describeDevice } from "./device-names.ts";
import type { AccountRow, SessionRow } from "./tables.ts";

const colors = ["#2563eb", "#7c3aed", "#db2777", "#dc2626", "#d97706", "#65a30d", "#059669", "#0891b2"] as const;

/** The avatar of someone who has not chosen one: a color that follows from the id. */
export function avatarFor(id: string): AccountRow["avatar"] {
  const color = colors[Number.parseInt(id.slice(-2), 16) % colors.length] ?? colors[0];
  return { color, emoji: null };
}

export const viewRef = ({ id, handle, name, kind }: AccountRow): accounts.AccountRef => ({ id, handle, name, kind });

export const viewProfile = (row: AccountRow, now: Date): accounts.Profile => ({
  ...viewRef(row),
  avatar: { ...row.avatar, url: row.avatar_picture && pictureUrl(row.avatar_picture) },
  title: row.title,
  pronouns: row.pronouns,
  timeZone: row.time_zone,
  locale: row.locale,
  fields: row.fields,
  status: viewStatus(row, now),
  createdAt: row.created_at.toISOString(),
});

/** A status or do-not-disturb that is over is gone, also before the job that clears it has run. */
export function viewStatus(row: AccountRow, now: Date): accounts.CustomStatus | null {
  if ((row.status_emoji === null && row.status_text === "") || isOver(row.status_expires_at, now)) return null;
  const expiresAt = row.status_expires_at?.toISOString() ?? null;
  return { emoji: row.status_emoji, text: row.status_text, expiresAt };
}

export const viewBusy = (row: Pick<AccountRow, "busy" | "busy_until">, now: Date): accounts.Me["busy"] =>
  row.busy && !isOver(row.busy_until, now) ? { until: row.busy_until?.toISOString() ?? null } : null;

const isOver = (end: Date | null, now: Date): boolean => end !== null && end <= now;

/** What one sees of oneself, but for what stands in other modules. */
export const viewSelf = (row: AccountRow, now: Date): Omit<accounts.Me, "head" | "workspaces"> => ({
  ...viewProfile(row, now),
  email: row.email,
  emailVerified: row.email_verified_at !== null,
  isOwner: row.is_owner,
  busy: viewBusy(row, now),
  version: row.version,
});

export const viewSession = (row: SessionRow, currentId: string): accounts.Session => ({
  id: row.id,
  device: describeDevice(row.user_agent),
  address: row.address,
  createdAt: row.created_at.toISOString(),
  lastUsedAt: row.last_used_at.toISOString(),
  expiresAt: row.expires_at.toISOString(),
  current: row.id === currentId,
});
