// Pictures know of nobody who shows them. Whoever does registers here how to ask which of them it shows.
import type { ReadTx } from "../../kernel/tx.ts";

/** Those of the hashes that are shown. */
type Shown = (tx: ReadTx, hashes: readonly string[]) => Promise<readonly string[]>;

const registered: Shown[] = [];

export const pictureUses = {
  register(shown: Shown): void {
    registered.push(shown);
  },
  async among(tx: ReadTx, hashes: readonly string[]): Promise<Set<string>> {
    const used = new Set<string>();
    for (const shown of registered) for (const hash of await shown(tx, hashes)) used.add(hash);
    return used;
  },
};
