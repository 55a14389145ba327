import type { Storage } from "@althing/sdk";
import { createStore, del, get, keys, set } from "idb-keyval";

/** What outlives a reload, in IndexedDB: what is known, the outbox, drafts. */
export function createBrowserStorage(): Storage {
  const store = createStore("althing", "kept");
  return {
    get: async (key) => (isUsed() ? get(key, store) : undefined),
    set: (key, value) => {
      markUsed();
      return set(key, value, store);
    },
    delete: async (key) => (isUsed() ? del(key, store) : undefined),
    keys: async () => (isUsed() ? (await keys(store)).map(String) : []),
  };
}

const usedKey = "althing.stored";

/** A database takes a browser a while to open: where nothing was ever put into it, it is not asked. */
function isUsed(): boolean {
  try {
    // Before there was this mark, who had stored something had been in a room.
    return [usedKey, "althing.place"].some((key) => localStorage.getItem(key) !== null);
  } catch {
    return true;
  }
}

function markUsed(): void {
  try {
    localStorage.setItem(usedKey, "");
  } catch {
    // Where that cannot be marked, the database is always asked.
  }
}
