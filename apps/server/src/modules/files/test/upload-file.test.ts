/** Bytes on their way: in pieces, cut off, repeated, too many, and with no room for them. */
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { rename, rm, stat, symlink } from "node:fs/promises";
import { connect as openSocket } from "node:net";
import { join } from "node:path";
import type { files } from "@althing/contract";
import { AlthingError } from "@althing/sdk";
import { type Harbour, openHarbour, type Person, refusal, startServer, type TestServer } from "@althing/testkit";
import { v7 } from "uuid";
import { bytesIn, bytesOf, fetchAs, send } from "./sending.ts";

let server: TestServer;
let harbour: Harbour;
beforeAll(async () => {
  server = await startServer({ settings: { ALTHING_FILE_MAX_BYTES: "2000000" } });
  harbour = await openHarbour(server.url);
});
afterAll(() => server.dispose());

const begin = (sizeBytes: number, person: Person = harbour.ana): Promise<files.File> =>
  person.files.createFile({ workspaceId: harbour.workspaceId, name: "log.txt", sizeBytes });
const put = (fileId: string, offset: number, text: string, person: Person = harbour.ana): Promise<files.File> =>
  person.files.uploadFile({ fileId, offset }, { bytes: bytesOf(text) });
const refused = (call: Promise<unknown>): Promise<[string, unknown]> =>
  call.then(
    () => ["granted", null],
    (error: unknown) => (error instanceof AlthingError ? [error.code, error.data] : Promise.reject(error)),
  );

/** Begins a request that says it will bring all of the file, and breaks off once what it brought is written. */
async function breakOff(fileId: string, offset: number, promisedBytes: number, brought: string): Promise<void> {
  const token = await harbour.ana.session.token();
  const { hostname, port } = new URL(server.url);
  const socket = openSocket({ host: hostname, port: Number(port) });
  const head = [
    `PUT /api/v1/files/${fileId}/content?offset=${offset} HTTP/1.1`,
    `Host: ${hostname}:${port}`,
    `Authorization: Bearer ${token}`,
    `Content-Length: ${promisedBytes}`,
    "",
    brought,
  ];
  socket.write(head.join("\r\n"));
  const path = await pathOf(fileId);
  for (let size = 0; size < offset + brought.length; ) {
    size = await stat(path).then(
      (file) => file.size,
      () => 0,
    );
  }
  socket.destroy();
}

/** Once the server has noticed that a connection is gone, it tells how far the file has come. */
async function untilReceived(id: string, bytes: number): Promise<void> {
  for (;;) if ((await harbour.ana.files.getFile({ fileId: id })).receivedBytes >= bytes) return;
}

describe("an upload", () => {
  test("comes in pieces, each where the last one ended", async () => {
    const { ana } = harbour;
    const { id } = await begin(9);
    expect(await put(id, 0, "one")).toMatchObject({ state: "uploading", receivedBytes: 3, mediaType: null });
    expect(await put(id, 3, "two")).toMatchObject({ state: "uploading", receivedBytes: 6 });
    expect(await ana.files.getFile({ fileId: id })).toMatchObject({ receivedBytes: 6 });
    expect(await put(id, 6, "six")).toMatchObject({ state: "ready", receivedBytes: 9, kind: "text" });
    expect((await bytesIn(await fetchAs(ana, id))).toString()).toBe("onetwosix");
  });

  test("tells where to go on to who begins elsewhere", async () => {
    const { id } = await begin(9);
    await put(id, 0, "one");
    for (const offset of [0, 2, 4, 9, 10_000]) {
      expect(await refused(put(id, offset, "two"))).toEqual(["offset_mismatch", { receivedBytes: 3 }]);
    }
    expect(await refusal(put(id, -1, "two"))).toBe("validation_failed");
  });

  test("that breaks off keeps what came, and goes on from there", async () => {
    const { ana } = harbour;
    const { id } = await begin(11);
    await breakOff(id, 0, 11, "Hello ");
    await untilReceived(id, 6);
    expect(await put(id, 6, "Ahoy!")).toMatchObject({ state: "ready" });
    expect((await bytesIn(await fetchAs(ana, id))).toString()).toBe("Hello Ahoy!");
  });

  test("whose last answer was lost is asked for again, and is ready", async () => {
    const { id } = await begin(3);
    const ready = await put(id, 0, "one");
    expect(await put(id, 3, "")).toEqual(ready);
    expect(await refused(put(id, 0, "two"))).toEqual(["offset_mismatch", { receivedBytes: 3 }]);
  });

  test("that several requests write at once holds what one of them said", async () => {
    const { ana } = harbour;
    const { id } = await begin(3);
    const outcomes = await Promise.all(["aaa", "bbb", "ccc"].map((text) => refusal(put(id, 0, text))));
    expect(outcomes).toContain("granted");
    expect(["granted", "offset_mismatch"]).toEqual(expect.arrayContaining([...new Set(outcomes)]));
    expect(["aaa", "bbb", "ccc"]).toContain((await bytesIn(await fetchAs(ana, id))).toString());
  });

  test("may not bring more than was said, nor be larger than a file may be", async () => {
    const { id } = await begin(3);
    expect(await refused(put(id, 0, "four"))).toEqual(["size_mismatch", { sizeBytes: 3 }]);
    expect(await put(id, 0, "two")).toMatchObject({ state: "ready" });
    expect(await refused(begin(2_000_001))).toEqual(["file_too_large", { limitBytes: 2_000_000 }]);
    expect(await refusal(begin(0))).toBe("validation_failed");
  });

  test("named again is the same upload; the name of somebody else's is taken", async () => {
    const { ana, ben, workspaceId } = harbour;
    const given = { id: v7(), workspaceId, name: "same.txt", sizeBytes: 3 };
    const first = await ana.files.createFile(given);
    await put(first.id, 0, "on");
    expect(await ana.files.createFile(given)).toEqual({ ...first, receivedBytes: 2 });
    expect(await refusal(ben.files.createFile(given))).toBe("file_id_taken");
  });

  test("for which there is no room is told so, and goes on once there is", async () => {
    const { id } = await begin(6);
    await put(id, 0, "one");
    const path = await pathOf(id);
    await rename(path, `${path}.aside`);
    await symlink("/dev/full", path);
    expect(await refusal(put(id, 3, "two"))).toBe("storage_full");
    await rm(path);
    await rename(`${path}.aside`, path);
    expect(await put(id, 3, "two")).toMatchObject({ state: "ready" });
  });
});

describe("a file that nobody holds", () => {
  test("is its sender's alone, while they are in the workspace", async () => {
    const { ana, ben, workspaceId, arrive } = harbour;
    const dan = await arrive("Dan");
    const { id } = await send(dan, workspaceId, "dans.txt", bytesOf("mine"));
    for (const person of [ana, ben, harbour.eve]) {
      expect(await refusal(person.files.getFile({ fileId: id }))).toBe("file_not_found");
      expect(await refusal(put(id, 4, "", person))).toBe("file_not_found");
      expect(await refusal(person.files.deleteFile({ fileId: id }))).toBe("file_not_found");
      expect(await person.files.linkFiles({ files: [{ id }] })).toEqual({ links: [] });
    }
    await ana.workspaces.removeMember({ workspaceId, accountId: dan.id });
    expect(await refusal(dan.files.getFile({ fileId: id }))).toBe("file_not_found");
  });

  test("is deleted by its sender, and one that a message holds is not", async () => {
    const { ana, ben, workspaceId, channel } = harbour;
    const [loose, held] = [
      await send(ana, workspaceId, "loose.txt", bytesOf("loose")),
      await send(ana, workspaceId, "held.txt", bytesOf("held")),
    ];
    const { id: roomId } = await channel("holding", [ben]);
    await ana.messages.sendMessage({ roomId, body: "", attachmentIds: [held.id] });
    expect(await refusal(ana.files.deleteFile({ fileId: held.id }))).toBe("file_in_use");
    await ana.files.deleteFile({ fileId: loose.id });
    expect(await refusal(ana.files.getFile({ fileId: loose.id }))).toBe("file_not_found");
    expect(await refusal(ben.files.deleteFile({ fileId: held.id }))).toBe("file_not_found");
  });
});

/** Where the bytes lie as they come in. */
async function pathOf(id: string): Promise<string> {
  const select = { name: "test.content_key", text: "select content_key from files where id = $1", writes: false };
  const [row] = await server.database.query((session) => session.query<{ content_key: string }>(select, [id]));
  const key = row?.content_key ?? "";
  return join(server.dataDir, "files", key.slice(0, 2), key);
}
