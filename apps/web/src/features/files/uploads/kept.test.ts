import { expect, test } from "bun:test";
import type { files } from "@althing/contract";
import { createMemoryStorage } from "@althing/sdk";
import { type Shelved, Shelves } from "../shelf/shelf.ts";
import { keepShelves } from "./kept.ts";
import { Uploads } from "./uploads.ts";

const attachment = (id: string): files.Attachment =>
  ({ id, name: `${id}.png`, kind: "image", sizeBytes: 1, width: 1, height: 1, hasPreview: true }) as files.Attachment;
const item = (id: string, isReady = true): Shelved => ({
  ...attachment(id),
  sentBytes: 1,
  attachment: isReady ? attachment(id) : undefined,
  problem: undefined,
});
const idsAt = (shelves: Shelves, key: string) => shelves.read(key).map(({ id }) => id);

/** A page of someone's; the server still has the files named. */
async function openPage(name: string, storage = createMemoryStorage(), there: readonly string[] = []) {
  const shelves = new Shelves();
  const getFile = async ({ fileId }: { fileId: string }) => {
    if (!there.includes(fileId)) throw Object.assign(new Error(), { code: "file_not_found" });
    return { ...attachment(fileId), state: "ready" };
  };
  const client = { files: { getFile } } as never;
  await keepShelves({
    shelves,
    storage,
    name,
    client,
    uploads: new Uploads({ client, shelves, workspaceId: "" }),
  });
  return { shelves, storage };
}

test("what lies finished beside a draft is there after a reload, and what was on its way is not", async () => {
  const { shelves, storage } = await openPage("ana");
  shelves.write("pier", [item("map"), item("film", false)]);
  const after = await openPage("ana", storage, ["map", "film"]);
  expect(idsAt(after.shelves, "pier")).toEqual(["map"]);
});

test("what was sent does not come back, nor what the server has let go", async () => {
  const { shelves, storage } = await openPage("ben");
  shelves.write("pier", [item("map")]);
  shelves.write("pier", []);
  shelves.write("harbour", [item("old")]);
  const after = await openPage("ben", storage, ["map"]);
  expect(idsAt(after.shelves, "pier")).toEqual([]);
  expect(idsAt(after.shelves, "harbour")).toEqual([]);
});

test("what is attached or sent in one tab is so in the other, and what is on its way there stays", async () => {
  const one = await openPage("cem");
  const other = await openPage("cem", one.storage);
  const gus = await openPage("gus", one.storage);
  other.shelves.write("pier", [item("film", false)]);
  const heard = () =>
    new Promise<void>((resolve) => {
      const stop = other.shelves.subscribe(() => {
        setImmediate(resolve);
        stop();
      });
    });
  let hearing = heard();
  one.shelves.write("pier", [item("map")]);
  await hearing;
  expect(idsAt(other.shelves, "pier")).toEqual(["film", "map"]);
  hearing = heard();
  one.shelves.write("pier", []);
  await hearing;
  expect(idsAt(other.shelves, "pier")).toEqual(["film"]);
  expect(idsAt(gus.shelves, "pier")).toEqual([]);
});
