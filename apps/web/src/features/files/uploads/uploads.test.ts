import { expect, test } from "bun:test";
import { files } from "@althing/contract";
import type { Client } from "@althing/sdk";
import { Shelves } from "../shelf/shelf.ts";
import { FileRefused } from "./problems.ts";
import { Uploads } from "./uploads.ts";

/** A server that takes everything, and notes what it is asked to delete; `refuses` is thrown at what begins. */
function openUploads() {
  const deleted: string[] = [];
  const server = { refuses: undefined as unknown, deleted };
  const client = {
    files: {
      createFile: async ({ id, name, sizeBytes }: { id: string; name: string; sizeBytes: number }) => {
        if (server.refuses) throw server.refuses;
        return { id, name, sizeBytes, kind: "text", state: "ready", receivedBytes: sizeBytes };
      },
      deleteFile: async ({ fileId }: { fileId: string }) => deleted.push(fileId),
    },
  } as unknown as Client;
  const shelves = new Shelves();
  return { shelves, server, uploads: new Uploads({ client, workspaceId: "harbour", shelves }) };
}

const file = (name: string, text = "Nine") => new File([text], name, { type: "text/plain" });

function until(shelves: Shelves, isSo: () => boolean): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const stop = shelves.subscribe(() => {
    if (isSo()) resolve();
  });
  if (isSo()) resolve();
  return promise.finally(stop);
}

test("what is chosen lies beside the draft at once and is finished there", async () => {
  const { shelves, uploads } = openUploads();
  uploads.add("pier", [file("a.txt"), file("b.txt")]);
  expect(shelves.read("pier").map(({ name, attachment }) => [name, attachment])).toEqual([
    ["a.txt", undefined],
    ["b.txt", undefined],
  ]);
  await until(shelves, () => shelves.read("pier").every(({ attachment }) => attachment));
  expect(shelves.read("harbour")).toEqual([]);
});

test("more than a message holds, an empty file and a folder say so and are not sent", async () => {
  const { shelves, uploads } = openUploads();
  const most = files.fileLimits.perMessage;
  uploads.add("pier", [file("empty.txt", ""), file("one.txt")]);
  uploads.refuse("pier", "photos", "folder");
  uploads.add(
    "pier",
    Array.from({ length: most + 5 }, (_, index) => file(`${index}.txt`)),
  );
  const reasons = shelves.read("pier").flatMap(({ problem }) => (problem instanceof FileRefused ? problem.reason : []));
  expect(reasons).toEqual(["empty", "folder", "tooMany"]);
  await until(shelves, () => shelves.read("pier").filter(({ attachment }) => attachment).length === most);
});

test("what was refused can be tried again, and what is taken away is deleted", async () => {
  const { shelves, uploads, server } = openUploads();
  server.refuses = new Error("refused");
  uploads.add("pier", [file("a.txt")]);
  await until(shelves, () => shelves.read("pier")[0]?.problem === server.refuses);
  const id = shelves.read("pier")[0]?.id ?? "";
  server.refuses = undefined;
  uploads.retry("pier", id);
  await until(shelves, () => shelves.read("pier")[0]?.attachment !== undefined);
  uploads.remove("pier", id);
  expect(shelves.read("pier")).toEqual([]);
  expect(server.deleted).toEqual([id]);
});

test("what a refused message held lies beside the draft again, once", () => {
  const { shelves, uploads } = openUploads();
  const map = { id: "map", name: "map.png", kind: "image", sizeBytes: 1 } as files.Attachment;
  uploads.putBack("pier", [map]);
  uploads.putBack("pier", [map]);
  expect(shelves.read("pier").map(({ attachment }) => attachment)).toEqual([map]);
});
