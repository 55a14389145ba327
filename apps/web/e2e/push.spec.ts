// What is real: the permission, the settings page, the server that encrypts, signs and posts, the service worker of the app,
// and the notification. A browser that runs tests has no push service: `subscribe` fails in private contexts, which these
// are. So the page is given the subscription of a push service that the test runs, which opens what the server sends it as a
// browser would, and hands that on to the worker by the DevTools. A press cannot be made on a notification that no desktop
// shows: the worker is given the event.
import { existsSync } from "node:fs";
import { type PushService, startPushService } from "@althing/testkit/push-service";
import { expect, expectAccessible, type Page, test } from "./kit/index.ts";

// The headless shell denies notifications whatever is granted.
const chromium = [process.env.ALTHING_CHROMIUM ?? "", "/usr/bin/chromium", "/usr/bin/google-chrome"].find(
  (path) => !path.endsWith("shell") && existsSync(path),
);
test.skip(!chromium, "needs a whole Chromium: set ALTHING_CHROMIUM");
test.use({
  serviceWorkers: "allow",
  settings: { ALTHING_EGRESS_ALLOWED_HOSTS: "127.0.0.1" },
  launchOptions: { ...(chromium && { executablePath: chromium }), args: ["--disable-gpu"] },
});

let service: PushService;
test.beforeEach(async () => {
  service = await startPushService();
});
test.afterEach(() => service.stop());

test("Ben is called while he looks elsewhere, and pressing the notification leads him there", async ({
  cast,
  open,
}) => {
  const { ana, ben, harbour, workspaceId } = cast;
  const page = await open(ben, "/w/harbour/people");
  const context = page.context();
  await context.grantPermissions(["notifications"], { origin: new URL(page.url()).origin });
  await context.addInitScript(playSubscriptions, service.subscription);
  await page.goto("/w/harbour/settings/notifications");
  await page.getByRole("button", { name: "Turn on" }).click();
  await expect(page.getByText("On for this device.")).toBeVisible();
  await expectAccessible(page);

  const pushAfter = await openWay(page);
  await pushAfter(() => page.getByRole("button", { name: "Send a test" }).click());
  await expect.poll(() => notices(page)).toEqual(["It works: This is how Althing calls you on this device."]);

  // Who sits before the app is not called to it.
  await page.goto("about:blank");
  const members = () => ana.workspaces.listMembers({ workspaceId });
  await expect.poll(async () => (await members()).find(({ id }) => id === ben.id)?.presence).toBe("offline");
  await pushAfter(() => ana.messages.sendMessage({ roomId: harbour.id, body: "@ben, the barge **drifts**!" }));
  await page.goto("/w/harbour/people");
  await expect.poll(() => notices(page)).toContain("Ana · #harbour: @ben, the barge drifts!");
  await press(page, "Ana · #harbour");
  await expect(page).toHaveURL(new RegExp(`/r/${harbour.id}`));
  await expect(page.getByRole("article", { name: /the barge drifts/ })).toBeVisible();
  await expect.poll(() => notices(page)).not.toContain("Ana · #harbour: @ben, the barge drifts!");
});

/** Stands for the browser's way to its push service, which is none here. */
function playSubscriptions(given: PushService["subscription"]): void {
  const key = "subscribed";
  const held = () =>
    localStorage.getItem(key) === null ? null : { toJSON: () => given, unsubscribe: async () => true };
  Object.assign(PushManager.prototype, {
    getSubscription: async () => held(),
    subscribe: async () => {
      localStorage.setItem(key, "");
      return held();
    },
  });
}

/** Hands what the push service is sent after something was done on to the worker. */
async function openWay(page: Page): Promise<(act: () => Promise<unknown>) => Promise<void>> {
  const devTools = await page.context().newCDPSession(page);
  const known = new Promise<string>((resolve) => {
    devTools.on(
      "ServiceWorker.workerRegistrationUpdated",
      ({ registrations: [one] }) => one && resolve(one.registrationId),
    );
  });
  await devTools.send("ServiceWorker.enable");
  const whose = { origin: new URL(page.url()).origin, registrationId: await known };
  return async (act) => {
    const coming = service.nextPayload();
    await act();
    const data = JSON.stringify(await coming);
    await devTools.send("ServiceWorker.deliverPushMessage", { ...whose, data });
  };
}

const notices = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const shown = await (await navigator.serviceWorker.ready).getNotifications();
    return shown.map(({ title, body }) => `${title}: ${body}`);
  });

async function press(page: Page, title: string): Promise<void> {
  const [worker] = page.context().serviceWorkers();
  await worker?.evaluate(async (wanted) => {
    const { registration, NotificationEvent } = globalThis as unknown as WorkerScope;
    const notification = (await registration.getNotifications()).find((one) => one.title === wanted);
    dispatchEvent(new NotificationEvent("notificationclick", { notification }));
  }, title);
}

type WorkerScope = {
  registration: ServiceWorkerRegistration;
  NotificationEvent: new (type: string, given: { notification: Notification | undefined }) => Event;
};
