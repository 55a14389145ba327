/**
 * What was written and not sent yet, by room and thread. Kept in the storage a moment after each change; the other tabs of
 * this browser hear of every change. When the page goes, the storage may not finish any more: what it does not have yet is
 * laid aside where writing is immediate, and taken from there when a page comes.
 */
import type { Storage } from "@althing/sdk";

/** Names a room's draft, or with `parentId` a thread's. */
export const draftKey = (roomId: string, parentId?: string): string => (parentId ? `${roomId}/${parentId}` : roomId);

type Told = { name: string; key: string; text: string };
type Aside = Pick<globalThis.Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

const settleMs = 400;

export class Drafts {
  readonly #storage: Storage;
  readonly #aside: Aside | undefined;
  readonly #prefix: string;
  readonly #name: string;
  readonly #texts = new Map<string, string>();
  /** What the storage has not confirmed. */
  readonly #unkept = new Set<string>();
  /** Known better here than in the storage. */
  readonly #touched = new Set<string>();
  readonly #listeners = new Set<() => void>();
  readonly #tabs = new BroadcastChannel("althing.drafts");
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `name` tells whose drafts they are in a storage that several share. */
  constructor(storage: Storage, name: string, aside: Aside | undefined = findAside()) {
    this.#storage = storage;
    this.#aside = aside;
    this.#name = name;
    this.#prefix = `draft:${name}:`;
    this.#tabs.onmessage = ({ data }: MessageEvent<Told>) => {
      if (data.name === name) this.#take(data.key, data.text);
    };
    // A phone may end a hidden page without another word.
    globalThis.document?.addEventListener("visibilitychange", () => this.leave());
    globalThis.addEventListener?.("pagehide", () => this.leave());
    this.#takeAside();
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
    this.#aside?.removeItem(this.#prefix + key);
    this.#unkept.add(key);
    this.#take(key, text);
    this.#tabs.postMessage({ name: this.#name, key, text } satisfies Told);
    clearTimeout(this.#timer);
    if (text === "") this.flush();
    else this.#timer = setTimeout(() => this.flush(), settleMs);
  }

  /** Keeps at once what was not kept yet. */
  flush(): void {
    clearTimeout(this.#timer);
    for (const key of this.#unkept) void this.#keep(key, this.read(key));
  }

  /** The page goes, for good or for a while. */
  leave(): void {
    for (const key of this.#unkept) {
      try {
        this.#aside?.setItem(this.#prefix + key, this.read(key));
      } catch {
        // It is full: the draft may be lost, as it would be without it.
      }
    }
    this.flush();
  }

  /** A full or blocked storage costs the survival of a reload, not the text. */
  async #keep(key: string, text: string): Promise<void> {
    const name = this.#prefix + key;
    try {
      await (text === "" ? this.#storage.delete(name) : this.#storage.set(name, text));
    } catch {
      return;
    }
    if (this.read(key) !== text) return;
    this.#unkept.delete(key);
    this.#aside?.removeItem(name);
  }

  #take(key: string, text: string): void {
    this.#touched.add(key);
    if (text === "") this.#texts.delete(key);
    else this.#texts.set(key, text);
    for (const listener of this.#listeners) listener();
  }

  #takeAside(): void {
    const aside = this.#aside;
    const names = Array.from({ length: aside?.length ?? 0 }, (_, index) => aside?.key(index) ?? "");
    for (const name of names.filter((one) => one.startsWith(this.#prefix))) {
      const key = name.slice(this.#prefix.length);
      this.#unkept.add(key);
      this.#take(key, aside?.getItem(name) ?? "");
    }
    this.flush();
  }

  /** What is known before the storage has answered is newer than what it answers. */
  async #load(): Promise<void> {
    try {
      const names = (await this.#storage.keys()).filter((name) => name.startsWith(this.#prefix));
      await Promise.all(names.map((name) => this.#loadOne(name)));
    } catch {
      // Without a storage drafts live as long as the page.
    }
  }

  async #loadOne(name: string): Promise<void> {
    const text = await this.#storage.get(name);
    const key = name.slice(this.#prefix.length);
    if (typeof text === "string" && !this.#touched.has(key)) this.#take(key, text);
  }
}

function findAside(): Aside | undefined {
  try {
    return globalThis.localStorage;
  } catch {
    return undefined;
  }
}
