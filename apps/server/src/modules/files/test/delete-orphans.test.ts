/** What nobody holds goes after a day, with its bytes; what a message holds stays. */
import { afterAll, beforeAll, expect, test } from "bun:test";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { type Harbour, openHarbour, refusal, startServer, type TestServer } from "@althing/testkit";
import sharp from "sharp";
import { deleteOrphans } from "../jobs/delete-orphans.ts";
import { bytesIn, bytesOf, fetchAs, send } from "./sending.ts";

const dayMs = 86_400_000;
let passedMs = 0;
let server: TestServer;
let harbour: Harbour;
beforeAll(async () => {
  server = await startServer({ clock: () => new Date(Date.now() + passedMs) });
  harbour = await openHarbour(server.url);
});
afterAll(() => server.dispose());

const cleanUp = () =>
  deleteOrphans.run(
    server.kernel.platform,
    {},
    { jobId: "1", attempt: 1, signal: new AbortController().signal, progress: async () => undefined },
  );
const countOnDisk = async (): Promise<number> =>
  (await readdir(join(server.dataDir, "files"), { recursive: true })).filter((path) => path.includes("/")).length;

test("files that no message holds, unfinished ones and stray bytes are gone after a day, and no sooner", async () => {
  const { ana, workspaceId, channel } = harbour;
  const { id: roomId } = await channel("attic");
  const picture = { create: { width: 20, height: 20, channels: 3 as const, background: "#336699" } };
  const held = await send(ana, workspaceId, "held.png", new Uint8Array(await sharp(picture).png().toBuffer()));
  const loose = await send(ana, workspaceId, "loose.txt", bytesOf("loose"));
  const [one, other] = [
    await send(ana, workspaceId, "one.txt", bytesOf("one")),
    await send(ana, workspaceId, "other.txt", bytesOf("other")),
  ];
  const begun = await ana.files.createFile({ workspaceId, name: "begun.txt", sizeBytes: 10 });
  await ana.files.uploadFile({ fileId: begun.id, offset: 0 }, { bytes: bytesOf("five!") });
  await server.kernel.platform.blobs.put("f".repeat(32), bytesOf("stray"));
  await ana.messages.sendMessage({ roomId, body: "", attachmentIds: [held.id] });
  const { id: messageId } = await ana.messages.sendMessage({ roomId, body: "", attachmentIds: [one.id] });
  const { id: goneId } = await channel("gone");
  await ana.messages.sendMessage({ roomId: goneId, body: "", attachmentIds: [other.id] });
  await ana.messages.deleteMessage({ roomId, messageId });
  await ana.rooms.deleteRoom({ roomId: goneId });
  await server.settled();
  // The picture with its preview, three texts, half a file and the stray.
  expect(await countOnDisk()).toBe(7);
  await cleanUp();
  expect(await countOnDisk()).toBe(7);
  passedMs = dayMs + 60_000;
  await ana.session.renew(await ana.session.token());
  await cleanUp();
  expect(await countOnDisk()).toBe(2);
  expect((await bytesIn(await fetchAs(ana, held.id))).byteLength).toBe(held.sizeBytes);
  for (const { id } of [loose, one, other, begun]) {
    expect(await refusal(ana.files.getFile({ fileId: id }))).toBe("file_not_found");
  }
});
