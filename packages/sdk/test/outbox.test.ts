import { describe, expect, test } from "bun:test";
import { errors, messages, type Problem } from "@althing/contract";
import { AlthingError, createMemoryStorage, type Draft, NetworkError, openOutbox, type Storage } from "../src/index.ts";
import { problem } from "./answers.ts";
import { anAttachment, otherRoomId, roomId } from "./cast.ts";
import { createTestClock } from "./test-clock.ts";

const settled = () => new Promise((resolve) => setImmediate(resolve));
const refusal = async (
  error: typeof errors.Forbidden | typeof messages.MessageTooLong | typeof errors.Unauthenticated,
) => new AlthingError((await problem(error).json()) as Problem);

/** An outbox whose messages arrive at `stored`, unless `fault` gives a reason. */
async function open(storage: Storage = createMemoryStorage()) {
  const clock = createTestClock();
  const stored: string[] = [];
  const sent: { id: string; body: string }[] = [];
  const line: { fault?: (body: string) => Promise<Error | undefined> } = {};
  const transmit = async (id: string, { body }: Draft) => {
    sent.push({ id, body });
    const fault = await line.fault?.(body);
    if (fault) throw fault;
    stored.push(body);
  };
  const outbox = await openOutbox({ transmit, storage, name: "ana", clock, random: () => 0.5 });
  return { outbox, clock, stored, sent, line, storage };
}
const down = async () => new NetworkError("down");

describe("the outbox", () => {
  test("sends a room's messages in order, one after the other", async () => {
    const { outbox, stored } = await open();
    outbox.resume();
    for (const body of ["one", "two", "three"]) outbox.compose({ roomId, body });
    expect(outbox.entries.map(({ draft }) => draft.body)).toEqual(["one", "two", "three"]);
    await settled();
    expect(stored).toEqual(["one", "two", "three"]);
    expect(outbox.entries).toEqual([]);
  });

  test("tries again with the same id, later each time, and lets no other room wait", async () => {
    const { outbox, clock, sent, line, stored } = await open();
    line.fault = async (body) => (body === "one" ? new NetworkError("down") : undefined);
    outbox.resume();
    outbox.compose({ roomId, body: "one" });
    outbox.compose({ roomId, body: "two" });
    outbox.compose({ roomId: otherRoomId, body: "elsewhere" });
    await settled();
    clock.advance(250);
    await settled();
    expect(stored).toEqual(["elsewhere"]);
    line.fault = undefined;
    clock.advance(500);
    await settled();
    expect(stored).toEqual(["elsewhere", "one", "two"]);
    expect(new Set(sent.filter(({ body }) => body === "one").map(({ id }) => id)).size).toBe(1);
  });

  test("puts a refused message aside and goes on; it can be tried again or given up", async () => {
    const { outbox, line, stored } = await open();
    const tooLong = await refusal(messages.MessageTooLong);
    line.fault = async (body) => (body === "long" ? tooLong : undefined);
    outbox.resume();
    const long = outbox.compose({ roomId, body: "long" });
    outbox.compose({ roomId, body: "short" });
    await settled();
    expect(stored).toEqual(["short"]);
    expect(outbox.entries).toMatchObject([{ id: long.id, state: "failed", failure: { code: "message_too_long" } }]);
    line.fault = undefined;
    outbox.retry(long.id);
    await settled();
    expect(stored).toEqual(["short", "long"]);
  });

  test("survives a reload", async () => {
    const before = await open();
    const composed = [before.outbox.compose({ roomId, body: "one" }), before.outbox.compose({ roomId, body: "two" })];
    await settled();
    const after = await open(before.storage);
    expect(after.outbox.entries.map(({ id }) => id)).toEqual(composed.map(({ id }) => id));
    after.outbox.resume();
    await settled();
    expect(after.sent.map(({ id }) => id)).toEqual(composed.map(({ id }) => id));
    expect(await after.storage.keys()).toEqual([]);
  });

  test("keeps the files of a message with it, to show them while it waits", async () => {
    const before = await open();
    const attachments = [{ ...anAttachment, name: "map.png" }];
    before.outbox.compose({ roomId, body: "", attachments });
    await settled();
    const after = await open(before.storage);
    expect(after.outbox.entries[0]?.draft.attachments).toEqual(attachments);
  });

  test("sends nothing while it is paused, and at once when it goes on", async () => {
    const { outbox, line, sent, stored } = await open();
    line.fault = down;
    outbox.resume();
    outbox.compose({ roomId, body: "one" });
    await settled();
    outbox.pause();
    line.fault = undefined;
    await settled();
    expect(sent).toHaveLength(1);
    outbox.resume();
    await settled();
    expect(stored).toEqual(["one"]);
  });

  test("lets go of a message whose event came, though nobody answered", async () => {
    const { outbox, line, storage } = await open();
    line.fault = down;
    outbox.resume();
    const { id } = outbox.compose({ roomId, body: "one" });
    await settled();
    outbox.arrived(id);
    await settled();
    expect(outbox.entries).toEqual([]);
    expect(await storage.keys()).toEqual([]);
  });

  test("waits for someone to sign in again", async () => {
    const { outbox, line, stored } = await open();
    const signedOut = await refusal(errors.Unauthenticated);
    line.fault = async () => signedOut;
    outbox.resume();
    outbox.compose({ roomId, body: "one" });
    await settled();
    expect(outbox.isPaused).toBe(true);
    line.fault = undefined;
    outbox.resume();
    await settled();
    expect(stored).toEqual(["one"]);
  });
});
