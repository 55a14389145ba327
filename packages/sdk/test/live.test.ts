import { describe, expect, test } from "bun:test";
import { accounts, errors, type FeedName, realtime } from "@althing/contract";
import { isProblem, NetworkError } from "../src/index.ts";
import { problem } from "./answers.ts";
import { accountId, eventAt, roomFeed } from "./fake-realtime.ts";
import { first, openLive, reaches } from "./open-live.ts";

describe("a connection", () => {
  test("shows its ticket, says where each feed stands, and is live", async () => {
    await using t = openLive();
    t.live.follow([{ feed: roomFeed, after: 7 }]);
    expect(await t.goLive()).toEqual({ op: "hello", ticket: "ticket", feeds: [{ feed: roomFeed, after: 7 }] });
    expect(t.live.status).toEqual({ state: "live", accountId, sessionId: "session-1" });
  });

  test("follows also what was asked for while its hello was being answered", async () => {
    await using t = openLive();
    const isLive = reaches(t.live, "live");
    t.live.start();
    await t.server.next("hello");
    t.live.follow([{ feed: roomFeed, after: 7 }]);
    t.server.ready();
    await isLive;
    expect((await t.server.next("subscribe")).feeds).toEqual([{ feed: roomFeed, after: 7 }]);
  });

  test("says hello in frames that are not too large", async () => {
    await using t = openLive();
    t.live.follow(Array.from({ length: 1_200 }, () => ({ feed: `room:${crypto.randomUUID()}` as FeedName, after: 1 })));
    expect((await t.goLive()).feeds).toHaveLength(500);
    expect((await t.server.next("subscribe")).feeds).toHaveLength(500);
    expect((await t.server.next("subscribe")).feeds).toHaveLength(200);
  });

  test("comes back after a random delay and goes on where it was", async () => {
    await using t = openLive();
    t.live.follow([{ feed: roomFeed, after: 0 }]);
    await t.goLive();
    const heard = t.hear(1);
    t.server.events(eventAt(1));
    await heard;
    const waits = reaches(t.live, "waiting");
    t.server.cut();
    expect((await waits).until - t.clock.now()).toBe(250);
    t.clock.advance(250);
    expect((await t.server.next("hello")).feeds).toEqual([{ feed: roomFeed, after: 1 }]);
  });

  test("waits ever longer while it breaks at once", async () => {
    await using t = openLive();
    await t.goLive();
    const waitsMs: number[] = [];
    for (let round = 0; round < 9; round++) {
      const waits = reaches(t.live, "waiting");
      t.server.cut();
      const waitMs = (await waits).until - t.clock.now();
      waitsMs.push(waitMs);
      const isLive = reaches(t.live, "live");
      t.clock.advance(waitMs);
      await t.server.next("hello");
      t.server.ready();
      await isLive;
    }
    expect(waitsMs).toEqual([250, 500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000, 15_000]);
  });

  test("comes back when a restarting server asks it to", async () => {
    await using t = openLive();
    await t.goLive();
    const waits = reaches(t.live, "waiting");
    t.server.say({ op: "bye", reason: "restarting", mayReconnect: true, afterMs: 7_000 });
    t.server.close(1012);
    expect((await waits).until - t.clock.now()).toBe(7_000);
  });

  test.each(Object.values(realtime.closeCodes))("closed as $reason obeys the contract's table", async (rule) => {
    await using t = openLive();
    await t.goLive();
    const rests = first(t.live.onStatus, ({ state }) => state === "waiting" || state === "ended");
    t.server.close(rule.code);
    expect((await rests).state).toBe(rule.mayReconnect ? "waiting" : "ended");
  });

  test("ends when there is no session to open it with", async () => {
    await using t = openLive();
    t.server.refuseTickets(() => problem(accounts.RefreshTokenInvalid));
    const ended = reaches(t.live, "ended");
    t.live.start();
    expect(await ended).toEqual({ state: "ended", reason: "refresh_token_invalid" });
  });

  test("waits as long as the server says when there are too many", async () => {
    await using t = openLive();
    t.server.refuseTickets(() => problem(errors.RateLimited, { retryAfter: "3" }));
    const waits = reaches(t.live, "waiting");
    t.live.start();
    expect((await waits).until - t.clock.now()).toBe(3_000);
  });

  test("is given up after two heartbeats without an answer", async () => {
    await using t = openLive();
    await t.goLive();
    t.clock.advance(27_000);
    t.clock.advance(27_000);
    await t.server.next("ping");
    await t.server.next("ping");
    expect(t.live.status.state).toBe("live");
    t.clock.advance(27_000);
    expect(t.live.status.state).toBe("waiting");
  });

  test("rests while the device is offline and comes back at once", async () => {
    await using t = openLive();
    await t.goLive();
    t.notice("offline");
    expect(t.live.status.state).toBe("offline");
    t.notice("online");
    await t.server.next("hello");
  });

  test("asks for a sign of life when it is looked at again", async () => {
    await using t = openLive();
    await t.goLive();
    t.notice("visible");
    await t.server.next("ping");
  });
});

describe("a sent message", () => {
  const message = { roomId: roomFeed.slice(5), body: "Ahoy" };

  test("is settled by its ack", async () => {
    await using t = openLive();
    await t.goLive();
    const sent = t.live.send(message);
    const { key } = await t.server.next("send");
    t.server.say({ op: "ack", key, messageId: "m1", seq: 5 });
    expect(await sent).toMatchObject({ messageId: "m1", seq: 5 });
  });

  test("is settled by a refusal", async () => {
    await using t = openLive();
    await t.goLive();
    const sent = t.live.send(message).catch((error: unknown) => error);
    const { key } = await t.server.next("send");
    t.server.say({ op: "error", key, problem: await problem(errors.Forbidden).json() });
    expect(isProblem(await sent, errors.Forbidden)).toBe(true);
  });

  test("of which nobody knows is a network error", async () => {
    await using t = openLive();
    await t.goLive();
    const sent = t.live.send(message).catch((error: unknown) => error);
    await t.server.next("send");
    t.server.cut();
    expect(await sent).toBeInstanceOf(NetworkError);
    expect(await t.live.send(message).catch((error: unknown) => error)).toBeInstanceOf(NetworkError);
  });
});
