// Wraps the texts of an installation under the key that seals, page by page, while everything goes on. Several may do so at once.
import type { Database } from "../database/index.ts";
import type { Log } from "../telemetry/index.ts";
import type { RowName, SealedColumn } from "./sealed-column.ts";
import { type Change, countSealed, type ListedRow, listRows, pageLength, replaceTexts } from "./sealed-store.ts";
import type { Sealer } from "./sealer.ts";
import { signingRoot } from "./signing-root.ts";

export type RewrapParts = {
  database: Database;
  log: Log;
  sealer: Sealer;
  columns: readonly SealedColumn[];
  signal?: AbortSignal;
  /** From 0 to 1. */
  onProgress?: (fraction: number) => Promise<void>;
};

/** How many texts were wrapped anew, and how many still need an older key: they do not open where they lie, or came meanwhile. */
export type Rewrapped = { readonly count: number; readonly leftCount: number };

export async function rewrapTexts(parts: RewrapParts): Promise<Rewrapped> {
  const { columns, onProgress } = parts;
  const staleCount = await countLeft(parts);
  let count = 0;
  for (const column of columns) {
    await rewrapColumn(parts, column, async (replacedCount) => {
      count += replacedCount;
      await onProgress?.(count / Math.max(count, staleCount, 1));
    });
  }
  const leftCount = await countLeft(parts);
  if (leftCount === 0) await rewrapColumn(parts, signingRoot);
  return { count, leftCount };
}

async function rewrapColumn(
  parts: RewrapParts,
  column: SealedColumn,
  onPage?: (replacedCount: number) => Promise<void>,
): Promise<void> {
  const { database, sealer, signal } = parts;
  let last: RowName | undefined;
  do {
    signal?.throwIfAborted();
    const rows = await database.query((session) => listRows(session, column, sealer.keyIds[0], last));
    const changes = wrapAnew(parts, column, rows);
    if (changes.length > 0) {
      const count = await database.write((session) => replaceTexts(session, column, changes));
      await onPage?.(count);
    }
    last = rows.length < pageLength ? undefined : rows.at(-1)?.row;
  } while (last);
}

/** A text that does not open stays as it is, and does not keep the others from the new key. */
function wrapAnew({ sealer, log }: RewrapParts, column: SealedColumn, rows: readonly ListedRow[]): Change[] {
  const { purpose, table, placeOf } = column;
  return rows.flatMap(({ row, stale }) => {
    if (stale === null) return [];
    try {
      return [{ row, from: stale, to: sealer.rewrap(purpose, stale, placeOf(row)) }];
    } catch {
      log.warn({ table, column: column.column, row }, "A sealed text does not open");
      return [];
    }
  });
}

/** What a lost key has sealed needs none of those that are held. */
async function countLeft({ database, sealer, columns }: RewrapParts): Promise<number> {
  const [, ...older] = sealer.keyIds;
  const counts = await countSealed(database, columns);
  return counts.reduce((sum, { keyId, count }) => sum + (older.includes(keyId) ? count : 0), 0);
}
