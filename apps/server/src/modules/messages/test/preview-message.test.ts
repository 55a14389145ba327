import { afterAll, beforeAll, expect, test } from "bun:test";
import { type Harbour, openHarbour, refusal, startServer, type TestServer } from "@althing/testkit";

let server: TestServer;
let harbour: Harbour;
beforeAll(async () => {
  server = await startServer();
  harbour = await openHarbour(server.url);
});
afterAll(() => server.dispose());

test("Ana sees how her message will look, and the room hears nothing of it", async () => {
  const { ana, ben, channel } = harbour;
  const { id: roomId, head } = await channel("previews", [ben]);
  const body = "The **ferry** is late, @ben and @cem :tada: <b>";
  const preview = await ana.messages.previewMessage({ roomId, body });
  expect(preview.mentions).toEqual([{ kind: "account", id: ben.id }]);
  expect((await ana.rooms.getRoom({ roomId })).head).toBe(head);
  const sent = await ana.messages.sendMessage({ roomId, body });
  expect(preview).toEqual({ html: sent.html, mentions: sent.mentions });
});

test("a guest's @room calls nobody in the preview either, and a text too long is refused as it would be", async () => {
  const { ana, gus, channel } = harbour;
  const { id: roomId } = await channel("limits", [gus]);
  expect((await ana.messages.previewMessage({ roomId, body: "@room" })).mentions).toHaveLength(1);
  expect((await gus.messages.previewMessage({ roomId, body: "@room" })).mentions).toEqual([]);
  expect(await refusal(ana.messages.previewMessage({ roomId, body: "x".repeat(20_001) }))).toBe("message_too_long");
});

test("who may not write in a room sees no preview there", async () => {
  const { ana, eve, channel } = harbour;
  const { id: roomId } = await channel("closed");
  expect(await refusal(eve.messages.previewMessage({ roomId, body: "Hello" }))).toBe("room_not_found");
  await ana.rooms.archiveRoom({ roomId });
  expect(await refusal(ana.messages.previewMessage({ roomId, body: "Hello" }))).toBe("room_archived");
});
