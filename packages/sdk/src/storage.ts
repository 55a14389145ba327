/** Where things outlive a reload: IndexedDB, a file, or memory. Values are plain JSON. */
export type Storage = {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  delete(key: string): Promise<void>;
  keys(): Promise<readonly string[]>;
};

export function createMemoryStorage(): Storage {
  const texts = new Map<string, string>();
  return {
    get: async (key) => {
      const text = texts.get(key);
      return text === undefined ? undefined : JSON.parse(text);
    },
    set: async (key, value) => {
      texts.set(key, JSON.stringify(value));
    },
    delete: async (key) => {
      texts.delete(key);
    },
    keys: async () => [...texts.keys()],
  };
}
