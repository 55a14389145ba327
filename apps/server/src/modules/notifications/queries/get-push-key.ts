import type { notifications } from "@althing/contract";
import type { ReadAction } from "../../../kernel/binding.ts";
import { findVapidKeys } from "../store/vapid-keys.ts";

export const getPushKey: ReadAction<typeof notifications.getPushKey> = async (tx) => {
  const keys = await findVapidKeys(tx);
  if (!keys) throw new Error("There are no VAPID keys");
  return { publicKey: keys.public_key };
};
