import { expect, test } from "bun:test";
import { files } from "@althing/contract";
import { AlthingError, NetworkError } from "@althing/sdk";
import { bringFile, nextSize, type Steps } from "./bring.ts";

type Held = { state: files.File["state"]; receivedBytes: number };

const mebibyte = 1024 * 1024;
const whole = new Uint8Array(3 * mebibyte).map((_, index) => index % 251);

/** A server that holds bytes; `faults` are met in turn by what is sent, `keeps` tells how much of a cut piece stays. */
function fakeServer(faults: (unknown | undefined)[] = [], keeps = 0) {
  const kept: number[] = [];
  const seen: number[] = [];
  const rests: unknown[] = [];
  const view = (): Held => ({ state: kept.length < whole.length ? "uploading" : "ready", receivedBytes: kept.length });
  let time = 0;
  const steps: Steps<Held> = {
    begin: async () => view(),
    look: async () => view(),
    send: async (offset, bytes) => {
      time += 100;
      const fault = faults.shift();
      const taken = fault ? bytes.slice(0, keeps) : bytes;
      if (offset !== kept.length) throw problem(files.OffsetMismatch.code, 409);
      for (const byte of taken) kept.push(byte);
      if (fault) throw fault;
      return view();
    },
    rest: async (_, fault) => void rests.push(fault),
    now: () => time,
    onProgress: (sent) => void seen.push(sent),
  };
  return { steps, kept, seen, rests };
}

const problem = (code: string, status: number) =>
  new AlthingError({
    code,
    status,
    title: "",
    message: "",
    retry: false,
    errors: [],
    requestId: "",
    data: null,
  } as never);

test("a file arrives piece by piece, and one sees how far it is", async () => {
  const { steps, kept, seen } = fakeServer();
  expect((await bringFile(new Blob([whole]), steps)).state).toBe("ready");
  expect(Buffer.from(kept).equals(Buffer.from(whole))).toBe(true);
  expect(seen[0]).toBe(0);
  expect(seen.length).toBeGreaterThan(3);
});

test("what was cut goes on where the server has got to", async () => {
  const cut = new NetworkError("cut");
  const { steps, kept, rests } = fakeServer([undefined, cut, cut], 1_000);
  await bringFile(new Blob([whole]), steps);
  expect(Buffer.from(kept).equals(Buffer.from(whole))).toBe(true);
  expect(rests).toEqual([cut, cut]);
});

test("bytes that came by another way are not sent again", async () => {
  const { steps, kept } = fakeServer();
  const begin = steps.begin;
  // The first look is old: meanwhile a cut piece was written after all.
  steps.begin = async () => {
    const before = await begin();
    kept.push(...whole.slice(0, 5_000));
    return before;
  };
  await bringFile(new Blob([whole]), steps);
  expect(Buffer.from(kept).equals(Buffer.from(whole))).toBe(true);
});

test("a refusal is told at once, and so is a file that cannot be read", async () => {
  const refused = problem("file_too_large", 422);
  const { steps, rests } = fakeServer();
  steps.begin = async () => {
    throw refused;
  };
  expect(bringFile(new Blob([whole]), steps)).rejects.toBe(refused);
  const gone = new Blob([whole]);
  gone.slice = () => {
    throw new DOMException("gone", "NotReadableError");
  };
  expect(bringFile(gone, fakeServer().steps)).rejects.toThrow("gone");
  expect(rests).toEqual([]);
});

test("pieces grow while the line is quick and shrink while it is slow, within bounds", () => {
  expect(nextSize(mebibyte, 100)).toBe(2 * mebibyte);
  expect(nextSize(mebibyte, 1_000)).toBe(mebibyte);
  expect(nextSize(mebibyte, 5_000)).toBe(mebibyte / 2);
  expect(nextSize(8 * mebibyte, 10)).toBe(8 * mebibyte);
  expect(nextSize(mebibyte / 4, 20_000)).toBe(mebibyte / 4);
});
