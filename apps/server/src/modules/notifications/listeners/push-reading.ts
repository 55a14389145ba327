import { messages, parseFeed } from "@althing/contract";
import { isEvent, type LogListener } from "../../../kernel/module.ts";
import { keyOf, pushReadJob } from "../jobs/jobs.ts";
import { listNotices } from "../store/notices.ts";

/** What was read on one device is taken off the screens of the others, where it stands there. */
export const pushReading: LogListener = {
  name: "notifications.push_reading",
  events: [messages.MessagesRead, messages.ThreadRead],
  patient: true,
  async hear(tx, events) {
    const read = events.flatMap((event) =>
      isEvent(event, messages.MessagesRead) || isEvent(event, messages.ThreadRead)
        ? [{ accountId: parseFeed(event.feed).id, roomId: event.data.roomId as string }]
        : [],
    );
    for (const { subscriptionId, roomId } of await listNotices(tx, read)) {
      await tx.enqueue(pushReadJob, { subscriptionId, roomId }, { key: keyOf("read", subscriptionId, roomId) });
    }
  },
};
