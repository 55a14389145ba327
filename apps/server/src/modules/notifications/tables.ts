import type { AccountId, notifications, rooms } from "@althing/contract";
import type { Generated, Selectable } from "kysely";

export type VapidKeysTable = { id: number; public_key: string; sealed_private_key: string; created_at: Date };

export type PushSubscriptionsTable = {
  id: notifications.PushSubscriptionId;
  account_id: AccountId;
  /** It ends with this session. */
  session_id: string;
  endpoint: string;
  p256dh: string;
  auth: string;
  device: string;
  created_at: Date;
  last_pushed_at: Date | null;
};
export type SubscriptionRow = Selectable<PushSubscriptionsTable>;

/** What a browser shows of a room: up to which number. */
export type PushNoticesTable = {
  subscription_id: notifications.PushSubscriptionId;
  room_id: rooms.RoomId;
  seq: Generated<number>;
};

export type NotificationTables = {
  vapid_keys: VapidKeysTable;
  push_subscriptions: PushSubscriptionsTable;
  push_notices: PushNoticesTable;
};
