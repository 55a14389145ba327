import type { Storage } from "@althing/sdk";
import { createStore, del, get, keys, set } from "idb-keyval";

/** What outlives a reload, in IndexedDB: the outbox, drafts. */
export function createBrowserStorage(): Storage {
  const store = createStore("althing", "kept");
  return {
    get: (key) => get(key, store),
    set: (key, value) => set(key, value, store),
    delete: (key) => del(key, store),
    keys: async () => (await keys(store)).map(String),
  };
}
