// The keys by which push services know this installation. Made once: every browser that subscribed knows them.
import { system } from "../../../kernel/actor.ts";
import type { Platform } from "../../../kernel/platform.ts";
import { vapidPrivateKey } from "../sealed.ts";
import { findVapidKeys, insertVapidKeys, onlyRow } from "../store/vapid-keys.ts";

export type VapidDetails = { readonly subject: string; readonly publicKey: string; readonly privateKey: string };

const rowName = String(onlyRow);

export const prepareVapidKeys = (platform: Platform): Promise<void> =>
  platform.write(system, async (tx) => {
    if (await findVapidKeys(tx)) return;
    const { default: webPush } = await import("web-push");
    const { publicKey, privateKey } = webPush.generateVAPIDKeys();
    const sealed_private_key = vapidPrivateKey.seal(platform.secrets, rowName, privateKey);
    await insertVapidKeys(tx, { public_key: publicKey, sealed_private_key });
  });

export async function readVapidDetails({ read, secrets, publicUrl }: Platform): Promise<VapidDetails> {
  const keys = await read(findVapidKeys);
  if (!keys) throw new Error("There are no VAPID keys");
  return {
    subject: subjectOf(publicUrl),
    publicKey: keys.public_key,
    privateKey: vapidPrivateKey.open(secrets, rowName, keys.sealed_private_key),
  };
}

/** Whom a push service may turn to. It takes no address of a machine that only knows itself. */
const subjectOf = (publicUrl: string): string =>
  publicUrl.startsWith("https:") && new URL(publicUrl).hostname !== "localhost"
    ? publicUrl
    : "mailto:operator@althing.invalid";
