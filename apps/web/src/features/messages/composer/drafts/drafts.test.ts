import { expect, test } from "bun:test";
import { createMemoryStorage, type Storage } from "@althing/sdk";
import { Drafts, draftKey } from "./drafts.ts";

const changeOf = (drafts: Drafts): Promise<void> =>
  new Promise((resolve) => {
    const stop = drafts.subscribe(() => {
      stop();
      resolve();
    });
  });

test("a draft survives a reload, and a sent one does not come back", async () => {
  const storage = createMemoryStorage();
  const before = new Drafts(storage, "ana");
  before.write("harbour", "Half a sent");
  before.flush();
  const after = new Drafts(storage, "ana");
  await changeOf(after);
  expect(after.read("harbour")).toBe("Half a sent");
  after.write("harbour", "");
  expect(await storage.keys()).toEqual([]);
});

test("another tab shows the draft as it is written, and another person's does not", async () => {
  const storage = createMemoryStorage();
  const [one, other, bens] = [new Drafts(storage, "cem"), new Drafts(storage, "cem"), new Drafts(storage, "ben")];
  const heard = changeOf(other);
  one.write("pier", "Both");
  await heard;
  expect(other.read("pier")).toBe("Both");
  expect(bens.read("pier")).toBe("");
});

test("what is written before the storage has answered stays", async () => {
  const memory = createMemoryStorage();
  await memory.set("draft:gus:harbour", "Old");
  await memory.set("draft:gus:pier", "Kept");
  const storage: Storage = { ...memory };
  const drafts = new Drafts(storage, "gus");
  drafts.write("harbour", "New");
  await changeOf(drafts);
  expect([drafts.read("harbour"), drafts.read("pier")]).toEqual(["New", "Kept"]);
});

test("what the storage did not get before the page went was laid aside, and a sent draft with it", async () => {
  const laid = new Map<string, string>();
  const aside = {
    get length() {
      return laid.size;
    },
    key: (index: number) => [...laid.keys()][index] ?? null,
    getItem: (name: string) => laid.get(name) ?? null,
    setItem: (name: string, text: string) => void laid.set(name, text),
    removeItem: (name: string) => void laid.delete(name),
  };
  const kept = createMemoryStorage();
  await kept.set("draft:eve:pier", "Sent");
  const never = new Promise<never>(() => undefined);
  const gone: Storage = { ...kept, set: () => never, delete: () => never };
  const before = new Drafts(gone, "eve", aside);
  before.write("harbour", "The last word");
  before.write("pier", "Sent!");
  before.write("pier", "");
  before.leave();
  const after = new Drafts(kept, "eve", aside);
  expect([after.read("harbour"), after.read("pier")]).toEqual(["The last word", ""]);
  await new Promise(setImmediate);
  expect([...laid.keys(), ...(await kept.keys())]).toEqual(["draft:eve:harbour"]);
  expect(after.read("pier")).toBe("");
});

test("a thread's draft is not its room's", () => {
  expect(draftKey("room")).not.toBe(draftKey("room", "root"));
});
