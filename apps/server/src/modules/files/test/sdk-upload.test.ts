/** What the SDK does about lines that break, with a server that is real. */
import { afterAll, beforeAll, expect, test } from "bun:test";
import { createClient, createMemorySession, type Fetch, systemClock, uploadFile } from "@althing/sdk";
import { type Harbour, openHarbour, refusal, startServer, type TestServer } from "@althing/testkit";
import { readFileBytes } from "../index.ts";
import { bytesIn, fetchAs } from "./sending.ts";

let server: TestServer;
let harbour: Harbour;
beforeAll(async () => {
  server = await startServer();
  harbour = await openHarbour(server.url);
});
afterAll(() => server.dispose());

const hasty = { ...systemClock, after: (_: number, run: () => void) => systemClock.after(0, run) };
const content = Uint8Array.from({ length: 5_000_000 }, (_, index) => (index * 7) % 253);

/** A line of Ana's: of four pieces two break off in the middle, of one the answer is lost, and one gets through. */
async function openBrokenLine() {
  let pieces = 0;
  const fetch: Fetch = async (url, init) => {
    if (init.method !== "PUT" || ++pieces % 4 === 0) return globalThis.fetch(url, init);
    if (pieces % 4 === 3) {
      await globalThis.fetch(url, init);
      throw new TypeError("The answer was lost");
    }
    const bytes = init.body as Blob;
    await globalThis.fetch(url, { ...init, body: bytes.slice(0, bytes.size / 2) });
    throw new TypeError("The line broke");
  };
  const token = await harbour.ana.session.token();
  const session = createMemorySession({
    accessToken: token ?? "",
    expiresAt: Date.now() + 600_000,
    refreshToken: null,
  });
  return createClient({ baseUrl: server.url, session, fetch, clock: hasty });
}

test("a file arrives whole over a line that breaks all the time", async () => {
  const { ana, workspaceId } = harbour;
  const client = await openBrokenLine();
  const progress: number[] = [];
  const ready = await uploadFile(client, {
    workspaceId,
    file: new File([content], "tide log.bin"),
    onProgress: (sent) => progress.push(sent),
    clock: hasty,
  });
  expect(ready).toMatchObject({ name: "tide log.bin", state: "ready", kind: "other", sizeBytes: content.length });
  expect((await bytesIn(await fetchAs(ana, ready.id))).equals(Buffer.from(content))).toBe(true);
  expect([progress[0], progress.at(-1)]).toEqual([0, content.length]);
  expect(progress).toEqual(progress.toSorted((one, other) => one - other));
});

test("an upload that was given up goes on when it is named again", async () => {
  const { ana, workspaceId } = harbour;
  const wish = new AbortController();
  const id = crypto.randomUUID();
  const upload = { workspaceId, id, file: new Blob([content]), name: "later.bin" };
  const until = (sent: number) => sent > 0 && wish.abort(new Error("Later"));
  const first = uploadFile(ana, { ...upload, signal: wish.signal, onProgress: until });
  expect(await first.catch((error: Error) => error.message)).toBe("Later");
  const seen: number[] = [];
  expect(await uploadFile(ana, { ...upload, onProgress: (sent) => seen.push(sent) })).toMatchObject({ state: "ready" });
  expect(seen[0]).toBeGreaterThan(0);
});

test("the server reads a file for somebody as far as it may be held in memory", async () => {
  const { ana, workspaceId } = harbour;
  const { id } = await uploadFile(ana, { workspaceId, file: new Blob(["Hello"]), name: "note.txt" });
  const { platform } = server.kernel;
  expect(new TextDecoder().decode(await readFileBytes(platform, id, "original", 5))).toBe("Hello");
  const code = (variant: "original" | "preview", limitBytes: number) =>
    readFileBytes(platform, id, variant, limitBytes).then(
      () => "read",
      (error: Error) => error.message,
    );
  expect([await code("original", 4), await code("preview", 100)]).toEqual(["payload_too_large", "file_not_found"]);
  expect(await refusal(ana.files.deleteFile({ fileId: id }))).toBe("granted");
});
