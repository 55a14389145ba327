/** kill -9 of the server and its database while a file is coming in: what was said to be there is there, and the rest follows. */
import { afterAll, expect, test } from "bun:test";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { files } from "@althing/contract";
import { NetworkError, uploadFile } from "@althing/sdk";
import { freePort, openHarbour, type SpawnedServer, spawnServer, temporaryDataDir } from "@althing/testkit";

const folder = temporaryDataDir();
let server: SpawnedServer | undefined;
afterAll(async () => {
  await server?.killTree();
  folder.remove();
});

test("a server that was killed between two bytes goes on from the last that it told of", async () => {
  const port = freePort();
  server = await spawnServer({ dataDir: folder.dataDir, port });
  const { ana, workspaceId } = await openHarbour(server.url);
  const content = Uint8Array.from({ length: 3_000_000 }, (_, index) => index % 251);
  const { id } = await ana.files.createFile({ workspaceId, name: "log.bin", sizeBytes: content.length });
  await ana.files.uploadFile({ fileId: id, offset: 0 }, { bytes: content.slice(0, 1_000_000) });
  const halfway = new ReadableStream({
    start: (stream) => stream.enqueue(content.slice(1_000_000, 2_000_000)),
  });
  const cut = ana
    .call(files.uploadFile, { fileId: id, offset: 1_000_000 }, { bytes: halfway as never })
    .catch((error: unknown) => error);
  await untilWritten(join(folder.dataDir, "files"), 1_000_001);
  await server.killTree();
  expect(await cut).toBeInstanceOf(NetworkError);
  server = await spawnServer({ dataDir: folder.dataDir, port });
  expect(await ana.files.getFile({ fileId: id })).toMatchObject({ state: "uploading", receivedBytes: 1_000_000 });
  const offsets: number[] = [];
  const ready = await uploadFile(ana, {
    workspaceId,
    file: new Blob([content]),
    name: "log.bin",
    id,
    onProgress: (sent) => offsets.push(sent),
  });
  expect([ready.state, offsets[0]]).toEqual(["ready", 1_000_000]);
  const { links } = await ana.files.linkFiles({ files: [{ id }] });
  const fetched = await fetch(server.url + (links[0]?.url ?? ""));
  expect(Buffer.from(await fetched.arrayBuffer()).equals(Buffer.from(content))).toBe(true);
}, 60_000);

/** The one file that there is has grown so far. */
async function untilWritten(dir: string, bytes: number): Promise<void> {
  for (let size = 0; size < bytes; ) {
    const [name] = (await readdir(dir, { recursive: true })).filter((path) => path.includes("/"));
    if (name) ({ size } = await stat(join(dir, name)));
  }
}
