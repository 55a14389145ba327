// Whether and how this browser is told of messages while nobody looks at the app.
import type { Client } from "@althing/sdk";

/** `unsupported` browsers cannot; `installable` ones can once the app is on the home screen; `denied` ones were told not to. */
export type PushState = "unsupported" | "installable" | "denied" | "off" | "on";

export async function readPushState(client: Client): Promise<PushState> {
  const isApple = /iphone|ipad/i.test(navigator.userAgent);
  if (!("PushManager" in window && "Notification" in window)) return isApple ? "installable" : "unsupported";
  const registration = await navigator.serviceWorker.getRegistration();
  if (!registration) return "unsupported";
  if (Notification.permission === "denied") return "denied";
  if (Notification.permission === "default" || !(await registration.pushManager.getSubscription())) return "off";
  const devices = await client.notifications.listPushSubscriptions();
  return devices.some(({ isThisSession }) => isThisSession) ? "on" : "off";
}

/** Call it right after someone pressed something: browsers let a page ask only then. */
export async function turnPushOn(client: Client): Promise<PushState> {
  if ((await Notification.requestPermission()) !== "granted") return readPushState(client);
  const registration = await navigator.serviceWorker.ready;
  const [{ publicKey }, sessions] = await Promise.all([
    client.notifications.getPushKey(),
    client.accounts.listSessions(),
  ]);
  const subscription = await subscribe(registration.pushManager, publicKey);
  const { endpoint = "", keys } = subscription.toJSON();
  await client.notifications.addPushSubscription({
    endpoint,
    keys: { p256dh: keys?.p256dh ?? "", auth: keys?.auth ?? "" },
    device: sessions.find(({ current }) => current)?.device || navigator.platform || "?",
  });
  return "on";
}

export async function turnPushOff(client: Client): Promise<PushState> {
  const registration = await navigator.serviceWorker.ready;
  await (await registration.pushManager.getSubscription())?.unsubscribe();
  await Promise.all(
    (await ownSubscriptions(client)).map(({ id }) =>
      client.notifications.removePushSubscription({ subscriptionId: id }),
    ),
  );
  return "off";
}

export async function testPush(client: Client): Promise<void> {
  for (const { id } of await ownSubscriptions(client)) {
    await client.notifications.testPushSubscription({ subscriptionId: id });
  }
}

const ownSubscriptions = async (client: Client) =>
  (await client.notifications.listPushSubscriptions()).filter(({ isThisSession }) => isThisSession);

/** A subscription that was made with the key of another installation at this address is of no use. */
async function subscribe(manager: PushManager, applicationServerKey: string): Promise<PushSubscription> {
  const options = { userVisibleOnly: true, applicationServerKey };
  try {
    return await manager.subscribe(options);
  } catch (error) {
    const old = await manager.getSubscription();
    if (!old) throw error;
    await old.unsubscribe();
    return manager.subscribe(options);
  }
}
