import { expect, test } from "bun:test";
import { type Client, NetworkError } from "@althing/sdk";
import { bring } from "./bring.ts";

type Sent = { offset: number; bytes: Blob };

/** A server that takes what it is sent, or throws what `faults` says in turn. */
function fakeServer(faults: unknown[]) {
  const sent: Sent[] = [];
  let received = 0;
  const view = () => ({ state: received < content.size ? "uploading" : "ready", receivedBytes: received });
  const uploadFile = async ({ offset }: { offset: number }, { bytes }: { bytes: Blob }) => {
    const fault = faults.shift();
    if (fault instanceof Function) return fault();
    if (fault) throw fault;
    sent.push({ offset, bytes });
    received = offset + bytes.size;
    return view();
  };
  const files = { createFile: async () => view(), getFile: async () => view(), uploadFile };
  return { client: { files } as unknown as Client, sent };
}

const content = new File(["All that is known of the tides"], "tides.txt");
const ana = (signal = new AbortController().signal) => ({
  workspaceId: "harbour",
  id: "tides",
  file: content,
  signal,
  onProgress: () => undefined,
});

test("an upload that waits for the line goes on at once when the network is back", async () => {
  const { client, sent } = fakeServer([() => new Promise((_, reject) => hang.push(reject))]);
  const hang: ((reason: unknown) => void)[] = [];
  const bringing = bring(client, ana());
  await until(() => hang.length === 1);
  dispatchEvent(new Event("online"));
  hang[0]?.(new NetworkError("cut"));
  expect(await bringing).toMatchObject({ state: "ready" });
  expect(sent.map(({ offset }) => offset)).toEqual([0]);
});

test("a refusal is told at once, and so is a file that cannot be read any more", async () => {
  const refused = new Error("refused");
  expect(bring(fakeServer([refused]).client, ana())).rejects.toBe(refused);
  const gone = new File(["x"], "gone.txt");
  gone.slice = () => {
    throw new DOMException("gone", "NotReadableError");
  };
  expect(bring(fakeServer([]).client, { ...ana(), file: gone })).rejects.toThrow("gone");
});

test("what is taken away is not sent on", async () => {
  const ending = new AbortController();
  const { client, sent } = fakeServer([new NetworkError("cut"), new NetworkError("cut")]);
  const bringing = bring(client, ana(ending.signal));
  ending.abort(new Error("removed"));
  expect(bringing).rejects.toThrow("removed");
  expect(sent).toEqual([]);
});

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise(setImmediate);
}
