import { expect, test } from "bun:test";
import type { files } from "@althing/contract";
import { createMemoryStorage } from "@althing/sdk";
import { type Shelved, Shelves } from "../shelf/shelf.ts";
import { keepShelves } from "./kept.ts";

const attachment = (id: string): files.Attachment =>
  ({ id, name: `${id}.png`, kind: "image", sizeBytes: 1, width: 1, height: 1, hasPreview: true }) as files.Attachment;
const item = (id: string, isReady = true): Shelved => ({
  ...attachment(id),
  sentBytes: 1,
  isCutOff: false,
  attachment: isReady ? attachment(id) : undefined,
  problem: undefined,
});

/** A page of Ana's; the server still has the files named. */
async function openPage(storage = createMemoryStorage(), there: readonly string[] = []) {
  const shelves = new Shelves();
  const getFile = async ({ fileId }: { fileId: string }) => {
    if (!there.includes(fileId)) throw Object.assign(new Error(), { code: "file_not_found" });
    return { ...attachment(fileId), state: "ready" };
  };
  await keepShelves({
    shelves,
    storage,
    name: "ana",
    client: { files: { getFile } } as never,
    putBack: (key, back) =>
      shelves.write(
        key,
        back.map(({ id }) => item(id)),
      ),
  });
  return { shelves, storage };
}

test("what lies finished beside a draft is there after a reload, and what was on its way is not", async () => {
  const { shelves, storage } = await openPage();
  shelves.write("pier", [item("map"), item("film", false)]);
  const after = await openPage(storage, ["map", "film"]);
  expect(after.shelves.read("pier").map(({ id }) => id)).toEqual(["map"]);
});

test("what was sent does not come back, nor what the server has let go", async () => {
  const { shelves, storage } = await openPage();
  shelves.write("pier", [item("map")]);
  shelves.write("pier", []);
  shelves.write("harbour", [item("old")]);
  const after = await openPage(storage, ["map"]);
  expect(after.shelves.read("pier")).toEqual([]);
  expect(after.shelves.read("harbour")).toEqual([]);
});
