/** Which thread a message belongs to. Only what some later message answers is remembered. */
export type Threads = {
  /** The id of the message that began the thread, if this one is a reply in it. */
  place(message: { line: number; id: string; repliesTo: readonly number[] }): string | undefined;
};

/** `answered` are the lines that some message answers. A target that was not placed before is passed over. */
export function createThreads(answered: ReadonlySet<number>): Threads {
  const rootOf = new Map<number, string>();
  return {
    place({ line, id, repliesTo }) {
      const target = repliesTo.find((one) => one < line && rootOf.has(one));
      const root = target === undefined ? undefined : rootOf.get(target);
      if (answered.has(line)) rootOf.set(line, root ?? id);
      return root;
    },
  };
}
