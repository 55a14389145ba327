import { describe, expect, test } from "bun:test";
import { isWaiting, waitingIn } from "./waiting.ts";

const unread = { count: 5, mentions: 1, threads: 2, firstUnreadSeq: 1, lastReadSeq: 0 };
const room = (kind: "channel" | "dm", muted = false) => ({
  kind,
  placement: { favourite: false, muted, categoryId: null, notify: "all" as const },
});

describe("a room's row", () => {
  test("counts mentions in channels, and every message in direct ones", () => {
    expect(waitingIn(room("channel"), unread)).toEqual({ calls: 1, hasUnread: true, threads: 2 });
    expect(waitingIn(room("dm"), unread)).toEqual({ calls: 5, hasUnread: true, threads: 2 });
  });

  test("tells of mentions only where the room is muted", () => {
    expect(waitingIn(room("dm", true), unread)).toEqual({ calls: 1, hasUnread: false, threads: 0 });
    expect(isWaiting(waitingIn(room("channel", true), { ...unread, mentions: 0 }))).toBe(false);
  });
});
