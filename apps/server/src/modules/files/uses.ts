// Files know of nobody who holds them. Whoever does registers here how to ask which it holds, and who may read those.
import type { ReadTx } from "../../kernel/tx.ts";

type FileUse = {
  /** Those of the files that it holds: they are kept. */
  held(tx: ReadTx, fileIds: readonly string[]): Promise<readonly string[]>;
  /** Those of the files that it holds where the account may read them. */
  readable(tx: ReadTx, accountId: string, fileIds: readonly string[]): Promise<readonly string[]>;
};

const registered: FileUse[] = [];

export const fileUses = {
  register(use: FileUse): void {
    registered.push(use);
  },
  async heldAmong(tx: ReadTx, fileIds: readonly string[]): Promise<Set<string>> {
    return gather(fileIds, (use) => use.held(tx, fileIds));
  },
  async readableAmong(tx: ReadTx, accountId: string, fileIds: readonly string[]): Promise<Set<string>> {
    return gather(fileIds, (use) => use.readable(tx, accountId, fileIds));
  },
};

async function gather(
  fileIds: readonly string[],
  ask: (use: FileUse) => Promise<readonly string[]>,
): Promise<Set<string>> {
  const found = new Set<string>();
  if (fileIds.length === 0) return found;
  for (const use of registered) for (const id of await ask(use)) found.add(id);
  return found;
}
