// The door of notifications: what reaches people who do not look.
import { notifications } from "@althing/contract";
import { read, write } from "../../kernel/binding.ts";
import { defineModule } from "../../kernel/module.ts";
import { addPushSubscription } from "./actions/add-subscription.ts";
import { removePushSubscription } from "./actions/remove-subscription.ts";
import { testPushSubscription } from "./actions/test-subscription.ts";
import { pushMessage } from "./jobs/push-message.ts";
import { pushRead } from "./jobs/push-read.ts";
import { pushTest } from "./jobs/push-test.ts";
import { endWithSessions } from "./listeners/end-with-sessions.ts";
import { pushMessages } from "./listeners/push-messages.ts";
import { pushReading } from "./listeners/push-reading.ts";
import { createNotifications } from "./migrations/001_notifications.ts";
import { prepareVapidKeys } from "./push/vapid.ts";
import { getPushKey } from "./queries/get-push-key.ts";
import { listPushSubscriptions } from "./queries/list-subscriptions.ts";
import { vapidPrivateKey } from "./sealed.ts";

export const notificationsModule = defineModule({
  name: "notifications",
  migrations: [createNotifications],
  sealed: [vapidPrivateKey],
  listeners: [pushMessages, pushReading, endWithSessions],
  jobs: [pushMessage, pushRead, pushTest],
  prepare: prepareVapidKeys,
  routes: [
    read(notifications.getPushKey, getPushKey),
    read(notifications.listPushSubscriptions, listPushSubscriptions),
    write(notifications.addPushSubscription, addPushSubscription),
    write(notifications.removePushSubscription, removePushSubscription),
    write(notifications.testPushSubscription, testPushSubscription),
  ],
});
