// What the verbs of `althing keys` have in common.
import { setTimeout as delay } from "node:timers/promises";
import { enqueueRewrap } from "../../kernel/rewrap.ts";
import {
  countSealed,
  rewrapTexts,
  type SealedColumn,
  type SealedCount,
  signingRoot,
  type Vault,
} from "../../platform/secrets/index.ts";
import type { DatabaseParts } from "../verb.ts";

export type Keys = DatabaseParts & { vault: Vault; columns: readonly SealedColumn[] };

const patienceMs = 20_000;
const lookEveryMs = 200;
const keysLock = 7_239_846;

/** The keys come from a setting or its file, so they are the operator's to change. */
export const areGiven = ({ config: { masterKey, masterKeyFile } }: Keys): boolean =>
  masterKey !== undefined || masterKeyFile !== undefined;

export const countAll = ({ database, columns }: Keys): Promise<SealedCount[]> =>
  countSealed(database, [...columns, signingRoot]);

export const sumOf = (counts: readonly SealedCount[]): number => counts.reduce((sum, { count }) => sum + count, 0);

/** Changes secrets.json while nobody else does. */
export async function changeFile({ database, vault }: Keys, change: () => Promise<void>): Promise<void> {
  await database.query(async (session) => {
    await session.run(`select pg_advisory_lock(${keysLock})`);
    try {
      await change();
    } finally {
      await session.run(`select pg_advisory_unlock(${keysLock})`);
    }
  });
  await vault.reload();
}

/** A running server reads its keys and wraps what is not under the first one: by this job, or at its next start. */
export const tellServer = ({ database, vault }: Keys): Promise<string> =>
  database.write((session) => enqueueRewrap(session, vault.sealer.keyIds[0]));

/**
 * Brings everything under the key that seals: here where no server runs. Else the server does so, which must have read the
 * new key before any text is under it; false where none has done so in twenty seconds.
 */
export async function settle(keys: Keys): Promise<boolean> {
  const { database, log, columns, isAlone } = keys;
  const { sealer } = keys.vault;
  const [, ...older] = sealer.keyIds;
  if (isAlone) return (await rewrapTexts({ database, log, sealer, columns })).leftCount === 0;
  await tellServer(keys);
  for (const until = performance.now() + patienceMs; performance.now() < until; await delay(lookEveryMs)) {
    const counts = await countAll(keys);
    if (!counts.some(({ keyId }) => older.includes(keyId))) return true;
  }
  return false;
}
