/** Something to listen to; `on` gives back the way to stop. */
export type Signal<T> = { on(listener: (value: T) => void): () => void };
export type Source<T> = Signal<T> & { emit(value: T): void };

export function createSource<T>(): Source<T> {
  const listeners = new Set<(value: T) => void>();
  return {
    on(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    emit(value) {
      for (const listener of [...listeners]) listener(value);
    },
  };
}
