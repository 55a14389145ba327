// From what was said to who may want to be told of it away from the app. Most installations push to few, so those are asked first.
import { messages } from "@althing/contract";
import { isEvent, type LogListener } from "../../../kernel/module.ts";
import type { ReadTx } from "../../../kernel/tx.ts";
import { listPreferences } from "../../accounts/index.ts";
import { findRooms, listPlacements } from "../../rooms/index.ts";
import { keyOf, pushMessageJob } from "../jobs/jobs.ts";
import { wantsPush } from "../policy.ts";
import { calls, isDirect } from "../queries/plan-push.ts";
import { listSubscribed } from "../store/subscriptions.ts";

type Message = messages.Message;

export const pushMessages: LogListener = {
  name: "notifications.push_messages",
  events: [messages.MessageSent],
  patient: true,
  async hear(tx, events) {
    const said = events.flatMap((event) => (isEvent(event, messages.MessageSent) ? [event.data.message] : []));
    const loud = said.filter(({ kind, silent }) => kind === "message" && !silent);
    const subscribed = loud.length > 0 ? await listSubscribed(tx) : new Map<string, readonly string[]>();
    if (subscribed.size === 0) return;
    for (const [roomId, inRoom] of Map.groupBy(loud, (message) => message.roomId as string)) {
      for (const { accountId, message } of await findReaders(tx, roomId, inRoom, [...subscribed.keys()])) {
        for (const subscriptionId of subscribed.get(accountId) ?? []) {
          const job = { subscriptionId: subscriptionId as never, messageId: message.id };
          await tx.enqueue(pushMessageJob, job, { key: keyOf("message", subscriptionId, roomId) });
        }
      }
    }
  },
};

/** Who of the subscribed wants to be told, and of which message of the room: the last. */
async function findReaders(
  tx: ReadTx,
  roomId: string,
  said: readonly Message[],
  subscribed: readonly string[],
): Promise<{ accountId: string; message: Message }[]> {
  const room = (await findRooms(tx, [roomId])).get(roomId);
  if (!room || room.unlisted) return [];
  const placements = await listPlacements(tx, roomId, subscribed);
  const preferences = await listPreferences(tx, [...placements.keys()]);
  return [...placements].flatMap(([accountId, placement]) => {
    const preference = preferences.get(accountId)?.notifications.push ?? "off";
    const message = said.findLast(
      (one) =>
        one.author.id !== accountId &&
        wantsPush({
          preference,
          placement,
          isDirect: isDirect(room.kind),
          isCalled: calls(one, accountId),
          isInRoom: one.parentId === null || one.alsoInRoom,
        }),
    );
    return message ? [{ accountId, message }] : [];
  });
}
