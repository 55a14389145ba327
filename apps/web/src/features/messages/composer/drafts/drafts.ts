/**
 * What was written and not sent yet, by room and thread. Kept in the storage a moment after each change and when the page
 * is hidden; the other tabs of this browser hear of every change.
 */
import type { Storage } from "@althing/sdk";

/** Names a room's draft, or with `parentId` a thread's. */
export const draftKey = (roomId: string, parentId?: string): string => (parentId ? `${roomId}/${parentId}` : roomId);

type Told = { name: string; key: string; text: string };

const settleMs = 400;

export class Drafts {
  readonly #storage: Storage;
  readonly #prefix: string;
  readonly #name: string;
  readonly #texts = new Map<string, string>();
  readonly #unkept = new Set<string>();
  /** Known better here than in the storage. */
  readonly #touched = new Set<string>();
  readonly #listeners = new Set<() => void>();
  readonly #tabs = new BroadcastChannel("althing.drafts");
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `name` tells whose drafts they are in a storage that several share. */
  constructor(storage: Storage, name: string) {
    this.#storage = storage;
    this.#name = name;
    this.#prefix = `draft:${name}:`;
    this.#tabs.onmessage = ({ data }: MessageEvent<Told>) => {
      if (data.name === name) this.#take(data.key, data.text);
    };
    globalThis.addEventListener?.("pagehide", () => this.flush());
    globalThis.document?.addEventListener("visibilitychange", () => this.flush());
    void this.#load();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  read(key: string): string {
    return this.#texts.get(key) ?? "";
  }

  write(key: string, text: string): void {
    if (this.read(key) === text) return;
    this.#unkept.add(key);
    this.#take(key, text);
    this.#tabs.postMessage({ name: this.#name, key, text } satisfies Told);
    clearTimeout(this.#timer);
    // What was sent or emptied must not come back, however soon the page is left.
    if (text === "") this.flush();
    else this.#timer = setTimeout(() => this.flush(), settleMs);
  }

  /** Keeps at once what was not kept yet. A full or blocked storage costs the survival of a reload, not the text. */
  flush(): void {
    clearTimeout(this.#timer);
    for (const key of this.#unkept) {
      const text = this.read(key);
      const name = this.#prefix + key;
      void (text === "" ? this.#storage.delete(name) : this.#storage.set(name, text)).catch(() => undefined);
    }
    this.#unkept.clear();
  }

  #take(key: string, text: string): void {
    this.#touched.add(key);
    if (text === "") this.#texts.delete(key);
    else this.#texts.set(key, text);
    for (const listener of this.#listeners) listener();
  }

  /** What is written before the storage has answered is newer than what it answers. */
  async #load(): Promise<void> {
    const names = (await this.#storage.keys()).filter((name) => name.startsWith(this.#prefix));
    await Promise.all(
      names.map(async (name) => {
        const text = await this.#storage.get(name);
        const key = name.slice(this.#prefix.length);
        if (typeof text === "string" && !this.#touched.has(key)) this.#take(key, text);
      }),
    ).catch(() => undefined);
  }
}
