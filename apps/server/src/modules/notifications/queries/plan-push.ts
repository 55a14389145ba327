import type { notifications, rooms } from "@althing/contract";
import type { ReadTx } from "../../../kernel/tx.ts";
import { listPreferences, listReachable } from "../../accounts/index.ts";
import { excerptOf, isRead, type Said, saidByIds } from "../../messages/index.ts";
import { findRooms, listPlacements } from "../../rooms/index.ts";
import { memberPermissions } from "../../workspaces/index.ts";
import { wantsPush } from "../policy.ts";
import type { SubscriptionRow } from "../tables.ts";
import { findLiveSubscription } from "./find-live-subscription.ts";

export type PlannedPush = {
  subscription: SubscriptionRow;
  payload: Extract<notifications.PushPayload, { kind: "message" }>;
};

/** What a browser is told of a message, as things stand now; undefined where there is nothing to tell any more. */
export async function planPush(
  tx: ReadTx,
  asked: { subscriptionId: string; messageId: string },
): Promise<PlannedPush | undefined> {
  const subscription = await findLiveSubscription(tx, asked.subscriptionId);
  const [message] = await saidByIds(tx, [asked.messageId]);
  if (!subscription || !message) return undefined;
  const { account_id: accountId } = subscription;
  const room = (await findRooms(tx, [message.roomId])).get(message.roomId);
  const placement = (await listPlacements(tx, message.roomId, [accountId])).get(accountId);
  const preferences = (await listPreferences(tx, [accountId])).get(accountId);
  if (!room || !placement || !preferences) return undefined;
  const [standing] = await memberPermissions(tx, [{ accountId, workspaceId: room.workspaceId as never }]);
  const isWanted = wantsPush({
    preference: preferences.notifications.push,
    placement,
    isDirect: isDirect(room.kind),
    isCalled: calls(message, accountId),
    isInRoom: message.inRoom,
  });
  if (!standing || !isWanted || (await isRead(tx, accountId, message))) return undefined;
  if (!(await listReachable(tx, [accountId])).has(accountId)) return undefined;
  const { roomId, seq, author } = message;
  const name = author?.name ?? "";
  return {
    subscription,
    payload: {
      kind: "message",
      roomId: roomId as rooms.RoomId,
      seq,
      title: isDirect(room.kind) || room.name === null ? name : `${name} · #${room.name}`,
      body: preferences.privacy.pushExcerpts ? excerptOf(message) : null,
      path: `/w/${standing.slug}/r/${roomId}?at=${message.id}`,
      language: preferences.language,
    },
  };
}

export const isDirect = (kind: rooms.RoomKind): boolean => kind === "dm" || kind === "group";

/** By name, or with everyone in the room. */
export const calls = ({ mentions }: Pick<Said, "mentions">, accountId: string): boolean =>
  mentions.some(({ kind, id }) => kind !== "account" || id === accountId);
