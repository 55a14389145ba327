import { describe, expect, test } from "bun:test";
import type { FeedName } from "@althing/contract";
import { accountId, eventAt, roomFeed } from "./fake-realtime.ts";
import { first, openLive } from "./open-live.ts";

describe("events", () => {
  test("come in order and once, whatever the order they arrive in", async () => {
    await using t = openLive();
    t.live.follow([{ feed: roomFeed, after: 4 }]);
    await t.goLive({ [roomFeed]: 4 });
    const heard = t.hear(8);
    t.server.events(eventAt(6), eventAt(4), eventAt(5), eventAt(5));
    t.server.events(eventAt(8));
    t.server.events(eventAt(6), eventAt(7));
    await heard;
    expect(t.received).toEqual([5, 6, 7, 8]);
  });

  test("that stay away are asked for after 300 ms, from the last one had", async () => {
    await using t = openLive();
    t.live.follow([{ feed: roomFeed, after: 4 }]);
    await t.goLive({ [roomFeed]: 4 });
    const heard = t.hear(0);
    t.server.events(eventAt(7), eventAt(0));
    await heard;
    t.clock.advance(299);
    expect(t.server.heardNo("subscribe")).toBe(true);
    t.clock.advance(1);
    expect((await t.server.next("subscribe")).feeds).toEqual([{ feed: roomFeed, after: 4 }]);
  });

  test("that were the newest and got lost are found by the next heartbeat", async () => {
    await using t = openLive();
    t.live.follow([{ feed: roomFeed, after: 4 }]);
    await t.goLive({ [roomFeed]: 4 });
    const heard = t.hear(0);
    t.server.say({ op: "pong", heads: { [roomFeed]: 5 } });
    t.server.events(eventAt(0));
    await heard;
    t.clock.advance(300);
    expect((await t.server.next("subscribe")).feeds).toEqual([{ feed: roomFeed, after: 4 }]);
  });

  test("begin at the head where no number was given", async () => {
    await using t = openLive();
    t.live.follow([{ feed: roomFeed }]);
    await t.goLive({ [roomFeed]: 9 });
    const heard = t.hear(10);
    t.server.events(eventAt(9), eventAt(10));
    await heard;
    expect(t.received).toEqual([10]);
  });

  test("that are too many are fetched anew by the owner, who goes on from the snapshot", async () => {
    await using t = openLive();
    t.live.follow([{ feed: roomFeed, after: 4 }]);
    await t.goLive({ [roomFeed]: 4 });
    const reloads = first(t.live.onReload);
    t.server.say({ op: "reload", feed: roomFeed, head: 90_000 });
    expect(await reloads).toEqual({ feed: roomFeed, head: 90_000 });
    t.live.follow([{ feed: roomFeed, after: 90_002 }]);
    expect((await t.server.next("subscribe")).feeds).toEqual([{ feed: roomFeed, after: 90_002 }]);
    const heard = t.hear(90_003);
    t.server.events(eventAt(90_001), eventAt(90_002), eventAt(90_003));
    await heard;
    expect(t.received).toEqual([90_003]);
  });

  test("that are more than a screen can want are fetched anew too", async () => {
    await using t = openLive();
    t.live.follow([{ feed: roomFeed, after: 4 }]);
    const reloads = first(t.live.onReload);
    await t.goLive({ [roomFeed]: 2_005 });
    expect(await reloads).toEqual({ feed: roomFeed, head: 2_005 });
    const heard = t.hear(2_006);
    t.server.events(eventAt(5), eventAt(2_006));
    await heard;
    expect(t.received).toEqual([2_006]);
  });

  test("of a feed that was taken away are heard no more", async () => {
    await using t = openLive();
    const other: FeedName = `account:${accountId}`;
    t.live.follow([
      { feed: roomFeed, after: 4 },
      { feed: other, after: 0 },
    ]);
    await t.goLive({ [roomFeed]: 4, [other]: 0 });
    const revoked = first(t.live.onRevoked);
    t.server.say({ op: "revoked", feed: roomFeed });
    expect(await revoked).toBe(roomFeed);
    const heard = t.hear(1);
    t.server.events(eventAt(5), eventAt(1, other));
    await heard;
    expect(t.received).toEqual([1]);
  });
});
