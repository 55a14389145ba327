import type { notifications } from "@althing/contract";
import type { SubscriptionRow } from "./tables.ts";

/** Never the endpoint or the keys: whoever has them can send to the browser. */
export const viewSubscription = (row: SubscriptionRow, sessionId: string): notifications.PushSubscription => ({
  id: row.id,
  device: row.device,
  isThisSession: row.session_id === sessionId,
  createdAt: row.created_at.toISOString(),
  lastPushedAt: row.last_pushed_at?.toISOString() ?? null,
});
