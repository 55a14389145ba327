/** A file on its way from Ana's disk into a message that Ben reads. */
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { files, type rooms } from "@althing/contract";
import { expectConverges, type Harbour, openHarbour, refusal, startServer, type TestServer } from "@althing/testkit";
import sharp from "sharp";
import { v7 } from "uuid";
import { bytesIn, bytesOf, fetchAs, linkTo, send } from "./sending.ts";

let server: TestServer;
let harbour: Harbour;
let roomId: rooms.RoomId;
beforeAll(async () => {
  server = await startServer();
  harbour = await openHarbour(server.url);
  ({ id: roomId } = await harbour.channel("pier", [harbour.ben, harbour.gus], "private"));
});
afterAll(() => server.dispose());

const picture = async (width = 1_000, height = 500): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(
    await sharp({ create: { width, height, channels: 3, background: "#336699" } })
      .png()
      .toBuffer(),
  );
const views = () =>
  [harbour.ana, harbour.ben, harbour.gus].map((person) => ({ person, workspaceId: harbour.workspaceId }));

describe("a file in a message", () => {
  test("Ana sends a picture without a word, and Ben sees it", async () => {
    const { ana, ben, workspaceId } = harbour;
    const file = await send(ana, workspaceId, "Quay.png", await picture());
    expect(file).toMatchObject({
      name: "Quay.png",
      state: "ready",
      kind: "image",
      mediaType: "image/png",
      width: 1_000,
      height: 500,
      hasPreview: true,
      by: { id: ana.id },
    });
    expect(file.receivedBytes).toBe(file.sizeBytes);
    const sent = await expectConverges(server, views(), () =>
      ana.messages.sendMessage({ roomId, body: "", attachmentIds: [file.id] }),
    );
    const { id, name, kind, mediaType, sizeBytes, width, height, hasPreview } = file;
    expect(sent.attachments).toEqual([
      { id, name, kind, mediaType: mediaType ?? "", sizeBytes, width, height, hasPreview, transcript: null },
    ]);
    const seen = (await ben.messages.listMessages({ roomId })).at(-1);
    expect(seen?.attachments).toEqual(sent.attachments);
    const preview = await bytesIn(await fetchAs(ben, file.id, "preview"));
    expect(await sharp(preview).metadata()).toMatchObject({ format: "webp", width: 800, height: 400 });
    const original = await bytesIn(await fetchAs(ben, file.id));
    expect(original.byteLength).toBe(file.sizeBytes);
    expect(await sharp(original).metadata()).toMatchObject({ format: "png", width: 1_000, height: 500 });
  });

  test("stays through an edit and a move, and goes with the message", async () => {
    const { ana, ben, workspaceId, channel } = harbour;
    const file = await send(ana, workspaceId, "list.txt", bytesOf("Ropes, buoys, þorskur\n"));
    expect(file).toMatchObject({ kind: "text", mediaType: "text/plain", width: null, hasPreview: false });
    const { id: messageId } = await ana.messages.sendMessage({ roomId, body: "The list", attachmentIds: [file.id] });
    const edited = await expectConverges(server, views(), () =>
      ana.messages.editMessage({ roomId, messageId, body: "" }),
    );
    expect([edited.body, edited.attachments.map(({ name }) => name)]).toEqual(["", ["list.txt"]]);
    const { id: toRoomId } = await channel("moved", [ben]);
    const moved = await expectConverges(server, views(), () =>
      ana.messages.moveMessage({ roomId, messageId, toRoomId }),
    );
    expect(moved.attachments).toEqual(edited.attachments);
    // Gus is not in the room that it went to.
    expect([await linkTo(harbour.gus, file.id), typeof (await linkTo(ben, file.id))]).toEqual([undefined, "string"]);
    await expectConverges(server, views(), () => ana.messages.deleteMessage({ roomId: toRoomId, messageId }));
    const { attachments } = await ben.messages.getMessage({ roomId: toRoomId, messageId });
    expect([attachments, await linkTo(ben, file.id), await linkTo(ana, file.id)]).toEqual([[], undefined, undefined]);
  });

  test("is sent with a reply and over the socket too", async () => {
    const { ana, ben, workspaceId, connect } = harbour;
    const root = await ben.messages.sendMessage({ roomId, body: "Have you the map?" });
    const map = await send(ana, workspaceId, "map.txt", bytesOf("N\n"));
    const reply = await expectConverges(server, views(), () =>
      ana.messages.replyToMessage({ roomId, messageId: root.id, body: "", attachmentIds: [map.id] }),
    );
    expect(reply.attachments.map(({ name }) => name)).toEqual(["map.txt"]);
    const chart = await send(ana, workspaceId, "chart.txt", bytesOf("S\n"));
    const socket = await connect(ana);
    socket.send({ op: "send", key: "1", roomId, body: "", attachmentIds: [chart.id] });
    const ack = await socket.until(() => socket.frames.find(({ op }) => op === "ack"));
    expect(JSON.stringify(ack)).toContain("chart.txt");
    socket.close();
  });

  test("a repeated send is the same send, with its files", async () => {
    const { ana, workspaceId } = harbour;
    const file = await send(ana, workspaceId, "once.txt", bytesOf("once"));
    const message = { id: v7(), roomId, body: "Once", attachmentIds: [file.id] };
    const first = await ana.messages.sendMessage(message);
    expect(await ana.messages.sendMessage(message)).toEqual(first);
  });

  test("a message says something or brings a file", async () => {
    const { ana } = harbour;
    expect(await refusal(ana.messages.sendMessage({ roomId, body: " " }))).toBe("validation_failed");
    const { id: messageId } = await ana.messages.sendMessage({ roomId, body: "Words" });
    expect(await refusal(ana.messages.editMessage({ roomId, messageId, body: " " }))).toBe("validation_failed");
  });
});

describe("what cannot be attached", () => {
  const attach = (person: Harbour["ana"], ...attachmentIds: string[]) =>
    refusal(person.messages.sendMessage({ roomId, body: "Look", attachmentIds }));
  const file = (person: Harbour["ana"], name: string): Promise<files.File> =>
    send(person, harbour.workspaceId, name, bytesOf(name));

  test("a file of somebody else, of another workspace, unfinished, taken or unknown", async () => {
    const { ana, ben, workspaceId } = harbour;
    const { id: elsewhere } = await ana.workspaces.createWorkspace({ name: `Elsewhere ${v7()}` });
    const { id: begun } = await ana.files.createFile({ workspaceId, name: "half.txt", sizeBytes: 10 });
    const taken = await file(ana, "taken.txt");
    expect(await attach(ana, taken.id)).toBe("granted");
    const bens = await file(ben, "bens.txt");
    const far = await send(ana, elsewhere, "far.txt", bytesOf("far"));
    for (const id of [bens.id, far.id, begun, taken.id, v7()])
      expect(await attach(ana, id)).toBe("attachment_not_found");
    // Refused together: the one that would have done may still be sent.
    const good = await file(ana, "good.txt");
    expect(await attach(ana, good.id, bens.id)).toBe("attachment_not_found");
    expect(await attach(ana, good.id)).toBe("granted");
  });

  test("more than a message holds, and the same one in two messages at once", async () => {
    const { ana } = harbour;
    expect(await attach(ana, ...Array.from({ length: files.fileLimits.perMessage + 1 }, () => v7()))).toBe(
      "validation_failed",
    );
    const one = await file(ana, "one.txt");
    const outcomes = await Promise.all([attach(ana, one.id), attach(ana, one.id), attach(ana, one.id)]);
    expect(outcomes.toSorted()).toEqual(["attachment_not_found", "attachment_not_found", "granted"]);
    expect(await attach(ana, (await file(ana, "twice.txt")).id)).toBe("granted");
  });
});
