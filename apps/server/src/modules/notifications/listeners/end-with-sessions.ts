import { accounts } from "@althing/contract";
import { isEvent, type LogListener } from "../../../kernel/module.ts";
import { deleteSubscriptionsOfSessions } from "../store/subscriptions.ts";

/** Who is signed out on a device is told nothing there any more. */
export const endWithSessions: LogListener = {
  name: "notifications.end_with_sessions",
  events: [accounts.SessionEnded],
  async hear(tx, events) {
    const ended = events.flatMap((event) => (isEvent(event, accounts.SessionEnded) ? [event.data.sessionId] : []));
    await deleteSubscriptionsOfSessions(tx, ended);
  },
};
