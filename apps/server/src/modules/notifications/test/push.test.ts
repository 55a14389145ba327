import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "bun:test";
import type { notifications, rooms } from "@althing/contract";
import {
  connect,
  expectConverges,
  type Harbour,
  openHarbour,
  type Person,
  type PushService,
  refusal,
  startPushService,
  startServer,
  type TestServer,
} from "@althing/testkit";
import { defineStatement } from "../../../platform/database/index.ts";

let server: TestServer;
let harbour: Harbour;
let service: PushService;
let roomId: rooms.RoomId;
let directId: rooms.RoomId;
beforeAll(async () => {
  server = await startServer({ settings: { ALTHING_EGRESS_ALLOWED_HOSTS: "127.0.0.1" } });
  harbour = await openHarbour(server.url);
  const { ana, ben, workspaceId, channel } = harbour;
  roomId = (await channel("pier", [ben])).id;
  directId = (await ana.rooms.createRoom({ workspaceId, kind: "dm", memberIds: [ben.id] })).id;
});
afterAll(() => server.dispose());

let subscription: notifications.PushSubscription;
beforeEach(async () => {
  service = await startPushService();
  subscription = await subscribe(harbour.ben);
});
afterEach(async () => {
  for (const { id } of await harbour.ben.notifications.listPushSubscriptions()) {
    await harbour.ben.notifications.removePushSubscription({ subscriptionId: id });
  }
  await harbour.ben.accounts.updatePreferences({
    notifications: { push: "mentions" },
    privacy: { pushExcerpts: true },
  });
  await harbour.ben.accounts.setBusy({ busy: false });
  await harbour.ben.rooms.placeRoom({ roomId, muted: false, notify: "all" });
  await service.stop();
});

const subscribe = (person: Person) =>
  person.notifications.addPushSubscription({ ...service.subscription, device: "A fake browser" });
const say = (body: string, more: { silent?: boolean; room?: rooms.RoomId; by?: Person } = {}) =>
  (more.by ?? harbour.ana).messages.sendMessage({ roomId: more.room ?? roomId, body, silent: more.silent });
const pushed = async () => {
  await server.settled();
  return service.received.map(({ payload }) => (payload.kind === "message" ? payload.body : payload.kind));
};

describe("a push", () => {
  test("reaches Ben's browser, encrypted for it and signed by this server, and tells nobody else", async () => {
    const { ana, ben, workspaceId } = harbour;
    const views = [ana, ben].map((person) => ({ person, workspaceId }));
    await expectConverges(server, views, () => say("@ben the **barge** is ||sunk|| here"));
    const { id } = (await ana.messages.listMessages({ roomId })).at(-1) ?? { id: "" };
    await retryJobs();
    expect(await pushed()).toEqual(["@ben the barge is ▇▇▇ here"]);
    const [{ headers, payload, vapid } = never()] = service.received;
    expect(payload).toMatchObject({ title: "Ana · #pier", path: `/w/harbour/r/${roomId}?at=${id}`, roomId });
    expect(vapid.publicKey).toBe((await ben.notifications.getPushKey()).publicKey);
    expect(vapid.claims).toMatchObject({ aud: service.origin, sub: expect.stringMatching(/^(mailto|https):/) });
    expect(vapid.claims.exp * 1_000).toBeWithin(Date.now(), Date.now() + 24 * 60 * 60_000);
    expect(headers.get("content-encoding")).toBe("aes128gcm");
    expect(headers.get("urgency")).toBe("high");
    expect(headers.get("topic")).toMatch(/^[\w-]{22}$/);
    const logged = server.logLines.join("\n");
    for (const secret of ["barge", service.subscription.endpoint, service.subscription.keys.auth])
      expect(logged.includes(secret), secret).toBe(false);
  });

  test("comes for what is written to Ben alone, and not for what he wrote, nor for the talk of a room", async () => {
    await say("How is the tide?");
    await say("Only you", { room: directId });
    await say("I know", { room: directId, by: harbour.ben });
    expect(await pushed()).toEqual(["Only you"]);
    expect(service.received[0]?.payload).toMatchObject({ title: "Ana" });
  });

  test("comes for all that is said where Ben wants that", async () => {
    await harbour.ben.accounts.updatePreferences({ notifications: { push: "all" } });
    await say("Just talk");
    expect(await pushed()).toEqual(["Just talk"]);
  });

  test("does not come where Ben wants none, is busy, or muted the room, nor for a silent message", async () => {
    const { ben } = harbour;
    await say("@ben hush", { silent: true });
    await ben.rooms.placeRoom({ roomId, muted: true });
    await say("@ben while muted");
    await server.settled();
    await ben.rooms.placeRoom({ roomId, muted: false, notify: "nothing" });
    await say("@ben while nothing");
    await server.settled();
    await ben.rooms.placeRoom({ roomId, notify: "all" });
    await ben.accounts.setBusy({ busy: true });
    await say("@ben while busy");
    await server.settled();
    await ben.accounts.setBusy({ busy: false });
    await ben.accounts.updatePreferences({ notifications: { push: "off" } });
    await say("@ben while off");
    expect(await pushed()).toEqual([]);
  });

  test("leaves the words on the server where Ben wants that", async () => {
    await harbour.ben.accounts.updatePreferences({ privacy: { pushExcerpts: false } });
    await say("@ben a secret");
    await server.settled();
    expect(service.received[0]?.payload).toMatchObject({ body: null, title: "Ana · #pier" });
  });

  test("does not come when Ben has read the message by then, or when it is gone", async () => {
    const { ana, ben } = harbour;
    service.answer = 503;
    await say("@ben read in time");
    await server.settled();
    expect(service.askedCount).toBe(1);
    await ben.messages.readRoom({ roomId });
    service.answer = 201;
    await retryJobs();
    expect(await pushed()).toEqual([]);

    service.answer = 503;
    const { id } = await say("@ben taken back");
    await server.settled();
    await ana.messages.deleteMessage({ roomId, messageId: id });
    service.answer = 201;
    await retryJobs();
    expect(await pushed()).toEqual([]);
  });

  test("is tried again when the push service falters", async () => {
    service.answer = 503;
    await say("@ben again");
    await server.settled();
    service.answer = 201;
    await retryJobs();
    expect(await pushed()).toEqual(["@ben again"]);
  });

  test("waits while Ben sits before a device, and comes when he has left without reading", async () => {
    const socket = await connect(server.url, harbour.ben);
    await say("@ben are you there?");
    expect(await pushed()).toEqual([]);
    socket.close();
    await retryJobs();
    expect(await pushed()).toEqual(["@ben are you there?"]);
  });

  test("is taken off the screen when Ben reads elsewhere, once", async () => {
    await say("@ben look");
    expect(await pushed()).toEqual(["@ben look"]);
    await harbour.ben.messages.readRoom({ roomId });
    expect(await pushed()).toEqual(["@ben look", "read"]);
    expect(service.received[1]?.headers.get("topic")).toBe(service.received[0]?.headers.get("topic") ?? "");
    await say("Nothing for Ben");
    await harbour.ben.messages.readRoom({ roomId });
    expect(await pushed()).toHaveLength(2);
  });
});

describe("a browser", () => {
  test("that is gone at its push service is gone here", async () => {
    service.answer = 410;
    await say("@ben hello?");
    await server.settled();
    expect(await harbour.ben.notifications.listPushSubscriptions()).toEqual([]);
  });

  test("is listed without what could reach it, tested, and removed; of others' nothing is known", async () => {
    const { ana, ben } = harbour;
    const { id: subscriptionId } = subscription;
    const listed = await ben.notifications.listPushSubscriptions();
    expect(listed).toMatchObject([{ id: subscriptionId, device: "A fake browser", isThisSession: true }]);
    expect(JSON.stringify(listed)).not.toContain(service.subscription.endpoint);
    await ben.notifications.testPushSubscription({ subscriptionId });
    expect(await pushed()).toEqual(["test"]);
    expect(await refusal(ana.notifications.testPushSubscription({ subscriptionId }))).toBe(
      "push_subscription_not_found",
    );
    expect(await refusal(ana.notifications.removePushSubscription({ subscriptionId }))).toBe(
      "push_subscription_not_found",
    );
    await ben.notifications.removePushSubscription({ subscriptionId });
    await say("@ben?");
    expect(await pushed()).toEqual(["test"]);
  });

  test("that subscribes again is one browser, and belongs to who signed in there last", async () => {
    const { ana, ben } = harbour;
    expect((await subscribe(ben)).id).toBe(subscription.id);
    await subscribe(ana);
    expect(await ben.notifications.listPushSubscriptions()).toEqual([]);
    await ana.notifications.removePushSubscription({ subscriptionId: subscription.id });
  });

  test("is told nothing any more after its session ended", async () => {
    const { cem } = harbour;
    await subscribe(cem);
    await harbour.ana.rooms.addRoomMembers({ roomId, accountIds: [cem.id] });
    await cem.accounts.logout();
    await say("@cem come back");
    expect(await pushed()).toEqual([]);
  });

  test("must be reached by https, and by nothing within our walls that nobody allowed", async () => {
    const { ben } = harbour;
    const endpoint = "http://push.example.org/send/1";
    const asked = ben.notifications.addPushSubscription({ ...service.subscription, endpoint, device: "Odd" });
    expect(await refusal(asked)).toBe("validation_failed");
  });
});

/** Runs what waits for later: the next attempt of a job, and a look at whether someone is still there. */
async function retryJobs(): Promise<void> {
  await server.database.write((session) => session.query(hurry));
  await server.settled();
}

const hurry = defineStatement("test.hurry", "update graphile_worker._private_jobs set run_at = now()");

function never(): never {
  throw new Error("Nothing was pushed");
}
