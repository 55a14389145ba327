import { describe, expect, test } from "bun:test";
import { files } from "@althing/contract";
import { createClient, type Fetch, uploadFile } from "../src/index.ts";
import { problem, success } from "./answers.ts";
import { createHastyClock } from "./hasty-clock.ts";

const workspaceId = "01930c2e-7a54-7c3b-9d0a-3f5b8e2c1d47";
const sizeBytes = 3_000_000;
const content = Uint8Array.from({ length: sizeBytes }, (_, index) => index % 251);

type Fault = "none" | "refused" | "half arrives" | "answer lost" | "full";

/** Keeps one file as the server does. Each piece meets the next of the faults. */
function open(faults: readonly Fault[] = []) {
  const kept: number[] = [];
  const offsets: number[] = [];
  const left = [...faults];
  const file = (id: string) => ({
    id,
    sizeBytes,
    receivedBytes: kept.length,
    state: kept.length === sizeBytes ? "ready" : "uploading",
  });
  const fetch: Fetch = async (address, init) => {
    const url = new URL(address);
    if (init.method === "POST") return success(file(JSON.parse(String(init.body)).id), { status: 201 });
    const id = url.pathname.split("/")[4] ?? "";
    if (init.method === "GET") return success(file(id));
    const offset = Number(url.searchParams.get("offset"));
    offsets.push(offset);
    const fault = left.shift() ?? "none";
    if (fault === "refused") throw new TypeError("The line is down");
    if (fault === "full") return problem(files.StorageFull);
    if (offset !== kept.length) return problem(files.OffsetMismatch, { data: { receivedBytes: kept.length } });
    const bytes = new Uint8Array(await (init.body as Blob).arrayBuffer());
    const arrived = fault === "half arrives" ? bytes.slice(0, bytes.length / 2) : bytes;
    for (const byte of arrived) kept.push(byte);
    if (fault !== "none") throw new TypeError("The line broke");
    return success(file(id));
  };
  const clock = createHastyClock();
  const client = createClient({ baseUrl: "http://althing.test", accessToken: "key", fetch, clock, random: () => 0.5 });
  const progress: number[] = [];
  const upload = (signal?: AbortSignal) =>
    uploadFile(client, {
      workspaceId,
      file: new File([content], "log.bin"),
      onProgress: (sent) => progress.push(sent),
      signal,
      clock,
      random: () => 0.5,
    });
  return { upload, kept, offsets, progress };
}

describe("a file is sent", () => {
  test("in growing pieces, and tells how far it is", async () => {
    const { upload, kept, offsets, progress } = open();
    expect(await upload()).toMatchObject({ state: "ready", receivedBytes: sizeBytes } as never);
    expect(Buffer.from(kept).equals(Buffer.from(content))).toBe(true);
    expect(offsets).toEqual([0, 262_144, 786_432, 1_835_008]);
    expect(progress).toEqual([...offsets, sizeBytes]);
  });

  test("whole, whatever happens on the way", async () => {
    const { upload, kept, progress } = open([
      "half arrives",
      "refused",
      "answer lost",
      "none",
      "refused",
      "answer lost",
    ]);
    expect(await upload()).toMatchObject({ state: "ready" } as never);
    expect(Buffer.from(kept).equals(Buffer.from(content))).toBe(true);
    expect(progress).toEqual(progress.toSorted((one, other) => one - other));
  });

  test("no further than somebody wants", async () => {
    const { upload, kept } = open(["half arrives", "half arrives", "half arrives"]);
    const wish = new AbortController();
    const sending = upload(wish.signal);
    wish.abort(new Error("Changed my mind"));
    expect(await sending.catch((error: Error) => error.message)).toBe("Changed my mind");
    expect(kept.length).toBeLessThan(sizeBytes);
  });

  test("and given up when the line stays down, or the server is full", async () => {
    const down = open(Array.from({ length: 50 }, (): Fault => "refused"));
    expect(await down.upload().catch((error: Error) => error.name)).toBe("NetworkError");
    expect(down.offsets.length).toBe(11);
    const full = open(["full"]);
    expect(await full.upload().catch((error: { code: string }) => error.code)).toBe("storage_full");
    expect(full.offsets.length).toBe(1);
  });
});
