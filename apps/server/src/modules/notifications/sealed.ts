import { defineSealed } from "../../platform/secrets/index.ts";

export const vapidPrivateKey = defineSealed("notifications.vapid_private_key", {
  table: "vapid_keys",
  column: "sealed_private_key",
});
