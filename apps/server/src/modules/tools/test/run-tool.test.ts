import { afterAll, beforeAll, expect, test } from "bun:test";
import { feedOf } from "@althing/contract";
import { expectConverges, type View } from "@althing/testkit";
import { type Harbour, refusal, startHarbour } from "./harbour.ts";

let harbour: Harbour;
let views: View[];
beforeAll(async () => {
  harbour = await startHarbour();
  const { ana, ben, eve, workspaceId } = harbour;
  const elsewhere = (await eve.accounts.getMe()).workspaces[0]?.id ?? "";
  views = [
    ...[ana, ben].map((person) => ({ person, workspaceId })),
    { person: eve, workspaceId: elsewhere, outside: true },
  ];
}, 120_000);
afterAll(() => harbour.server.dispose());

const secret = "the-harbour-master-sleeps-at-nine";

test("Ben looks at his rooms with a tool, and is not asked", async () => {
  const { server, ben, roomId } = harbour;
  const call = await expectConverges(server, views, async () => {
    const { id: callId } = await ben.tools.runTool({ roomId, tool: "althing__list_rooms", arguments: {} });
    await server.settled();
    return ben.tools.getToolCall({ roomId, callId });
  });
  expect(call).toMatchObject({ state: "done", askedBy: ben.id, policy: { decision: "allow" }, runId: null });
  expect(call.result?.text).toContain("quay (channel");
}, 60_000);

test("a message that a tool posts is shown word for word first, and is Ben's own", async () => {
  const { server, ben, roomId } = harbour;
  const call = await expectConverges(server, views, async () => {
    const given = { body: "Low tide at nine" };
    const proposed = await ben.tools.runTool({ roomId, tool: "althing__post_message", arguments: given });
    expect(proposed).toMatchObject({ state: "needs_approval", arguments: given, policy: { decision: "ask" } });
    await server.settled();
    expect((await ben.messages.listMessages({ roomId })).some(({ body }) => body === given.body)).toBe(false);
    await ben.tools.approveToolCall({ roomId, callId: proposed.id });
    await server.settled();
    return ben.tools.getToolCall({ roomId, callId: proposed.id });
  });
  expect(call.state).toBe("done");
  const posted = (await ben.messages.listMessages({ roomId })).find(({ body }) => body === "Low tide at nine");
  expect(posted).toMatchObject({ id: call.id, author: { id: ben.id } });
});

test("what Ben refuses is not done", async () => {
  const { server, ben, roomId } = harbour;
  const { id: callId } = await expectConverges(server, views, async () => {
    const given = { body: "Never said" };
    const proposed = await ben.tools.runTool({ roomId, tool: "althing__post_message", arguments: given });
    return ben.tools.denyToolCall({ roomId, callId: proposed.id });
  });
  await server.settled();
  expect(await refusal(ben.tools.approveToolCall({ roomId, callId }))).toBe("tool_call_decided");
  expect((await ben.messages.listMessages({ roomId })).some(({ body }) => body === "Never said")).toBe(false);
});

test("nobody but Ben sees or decides Ben's call, not even the owner", async () => {
  const { ana, cem, eve, ben, roomId, channel } = harbour;
  const given = { body: secret };
  const { id: callId } = await ben.tools.runTool({ roomId, tool: "althing__post_message", arguments: given });
  for (const person of [ana, cem]) {
    expect(await refusal(person.tools.getToolCall({ roomId, callId }))).toBe("tool_call_not_found");
    expect(await refusal(person.tools.approveToolCall({ roomId, callId }))).toBe("tool_call_not_found");
    expect(await refusal(person.tools.denyToolCall({ roomId, callId }))).toBe("tool_call_not_found");
    expect(await person.tools.listToolCalls({ roomId })).toEqual([]);
  }
  expect(await refusal(eve.tools.approveToolCall({ roomId, callId }))).toBe("room_not_found");
  const { id: otherRoomId } = await channel("elsewhere", [ben]);
  expect(await refusal(ben.tools.approveToolCall({ roomId: otherRoomId, callId }))).toBe("tool_call_not_found");
  await ben.tools.denyToolCall({ roomId, callId });
});

test("what is handed over and what comes back stand on no feed but the asker's, and in no log line", async () => {
  const { server, ben, roomId, workspaceId, toldTo } = harbour;
  await harbour.runAndApprove("althing__get_person", { name: secret });
  expect(JSON.stringify(await toldTo(ben))).toContain(secret);
  for (const feed of [feedOf.room(roomId), feedOf.workspace(workspaceId)]) {
    expect(JSON.stringify(await server.eventsOf(feed))).not.toContain(secret);
  }
  expect(server.logLines.join("\n")).not.toContain(secret);
});

test("arguments that do not fit are refused before anyone is asked", async () => {
  const { ben, roomId } = harbour;
  const run = (given: Record<string, unknown>) =>
    ben.tools.runTool({ roomId, tool: "althing__post_message", arguments: given });
  for (const given of [{}, { body: 7 }, { body: "x", extra: true }, { body: "x".repeat(40_000) }]) {
    expect(await refusal(run(given))).toBe("tool_arguments_wrong");
  }
  expect(await refusal(ben.tools.runTool({ roomId, tool: "althing__fly" }))).toBe("tool_not_found");
});

test("who left the room between approval and call does nothing in it", async () => {
  const { ana, cem, server, channel } = harbour;
  const { id: roomId } = await channel("leaving", [cem], "private");
  const given = { body: "From outside" };
  const { id: callId } = await cem.tools.runTool({ roomId, tool: "althing__post_message", arguments: given });
  await ana.rooms.removeRoomMember({ roomId, accountId: cem.id });
  expect(await refusal(cem.tools.approveToolCall({ roomId, callId }))).toBe("room_not_found");
  await ana.rooms.addRoomMembers({ roomId, accountIds: [cem.id] });
  await cem.tools.approveToolCall({ roomId, callId });
  await server.settled();
  expect((await cem.tools.getToolCall({ roomId, callId })).state).toBe("done");
});

test("a remembered tool does not ask again in that room, and asks in others", async () => {
  const { cem, roomId, channel } = harbour;
  const run = (room: string, body: string) =>
    cem.tools.runTool({ roomId: room, tool: "althing__post_message", arguments: { body } });
  const first = await run(roomId, "One");
  await cem.tools.approveToolCall({ roomId, callId: first.id, remember: "room" });
  expect(await run(roomId, "Two")).toMatchObject({ state: "proposed", policy: { decision: "allow" } });
  const { id: otherRoomId } = await channel("far", [cem]);
  expect((await run(otherRoomId, "Three")).state).toBe("needs_approval");
  expect(
    (await harbour.ben.tools.runTool({ roomId, tool: "althing__post_message", arguments: { body: "x" } })).state,
  ).toBe("needs_approval");
});

test("a deleted room takes the record of its calls with it", async () => {
  const { ana, ben, server, channel } = harbour;
  const { id: roomId } = await channel("sinking", [ben]);
  await ben.tools.runTool({ roomId, tool: "althing__post_message", arguments: { body: "x" } });
  await ana.rooms.archiveRoom({ roomId });
  await ana.rooms.deleteRoom({ roomId });
  await server.settled();
  const { rows } = await server.database.pool.query("select 1 from tool_calls where room_id = $1", [roomId]);
  expect(rows).toEqual([]);
});
