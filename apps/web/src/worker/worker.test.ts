/** The service worker's own file, run as a browser runs it, with what lies around it played. */
import { beforeEach, expect, test } from "bun:test";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { workerWords } from "./words.ts";

type Shown = { title: string; body: string; tag: string; data: { path: string; seq: number }; close(): void };
type Heard = { waitUntil(work: Promise<unknown>): void; data?: { json(): unknown }; notification?: Shown };

let shown: Shown[];
let told: unknown[];
let opened: string[];
let windows: { focused: boolean; focus(): void; postMessage(message: unknown): void }[];
let tell: (type: "push" | "notificationclick", event: Partial<Heard>) => Promise<void>;

beforeEach(() => {
  [shown, told, opened, windows] = [[], [], [], []];
  const listeners = new Map<string, (event: Heard) => void>();
  const self = {
    shell: { version: "1", files: [] },
    words: workerWords,
    navigator: { language: "de-AT" },
    location: { origin: "https://althing.example" },
    addEventListener: (type: string, listener: (event: Heard) => void) => listeners.set(type, listener),
    clients: {
      matchAll: async () => windows,
      openWindow: async (path: string) => opened.push(path),
    },
    registration: {
      async showNotification(title: string, options: Omit<Shown, "title" | "close">) {
        const notice: Shown = { title, ...options, close: () => void shown.splice(shown.indexOf(notice), 1) };
        shown = [...shown.filter(({ tag }) => tag !== options.tag), notice];
      },
      getNotifications: async ({ tag }: { tag: string }) => shown.filter((one) => one.tag === tag),
    },
  };
  new Function("self", readFileSync(join(import.meta.dir, "worker.js"), "utf8"))(self);
  tell = async (type, event) => {
    const work: Promise<unknown>[] = [];
    listeners.get(type)?.({ waitUntil: (one) => work.push(one), ...event });
    await Promise.all(work);
  };
});

const pier = "01930c2e-7a54-7c3b-9d0a-000000000020";
const push = (payload: object) => tell("push", { data: { json: () => payload } });
const message = (seq: number, more: object = {}) =>
  push({ kind: "message", roomId: pier, seq, title: "Ana · #pier", body: "Fog", path: `/w/h/r/${pier}?at=1`, ...more });

test("one notice stands for a room, the last", async () => {
  await message(1);
  await message(2, { body: "It lifts" });
  expect(shown).toMatchObject([{ title: "Ana · #pier", body: "It lifts", tag: pier, data: { seq: 2 } }]);
});

test("words that stay on the server are told in the reader's language, else in the browser's", async () => {
  await message(1, { body: null, language: "fr" });
  expect(shown[0]?.body).toBe(workerWords.fr.newMessage);
  await message(2, { body: null, language: null });
  expect(shown[0]?.body).toBe(workerWords.de.newMessage);
});

test("who looks at the app is shown nothing, but for a test", async () => {
  windows = [{ focused: true, focus: () => undefined, postMessage: () => undefined }];
  await message(1);
  expect(shown).toEqual([]);
  await push({ kind: "test", language: "en" });
  expect(shown).toMatchObject([{ title: workerWords.en.testTitle }]);
});

test("what was read elsewhere goes, and what came since stays", async () => {
  await message(5);
  await push({ kind: "read", roomId: pier, upToSeq: 4 });
  expect(shown).toHaveLength(1);
  await push({ kind: "read", roomId: pier, upToSeq: 5 });
  expect(shown).toEqual([]);
});

test("pressing a notice opens the room at the message: in a window that is open, else in a new one", async () => {
  await message(1);
  await tell("notificationclick", { notification: shown[0] as Shown });
  expect([shown, opened]).toEqual([[], [`/w/h/r/${pier}?at=1`]]);
  windows = [{ focused: false, focus: () => told.push("focus"), postMessage: (one) => told.push(one) }];
  await message(2);
  await tell("notificationclick", { notification: shown[0] as Shown });
  expect(told).toEqual([{ kind: "open", path: `/w/h/r/${pier}?at=1` }, "focus"]);
});
