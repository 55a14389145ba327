// The job that brings all sealed texts under the key that seals: added at a start or a reload with another key, and by `althing keys`.
import { z } from "zod";
import type { Database, Session } from "../platform/database/index.ts";
import { type BoundJob, bindJob, defineJob, insertJob, JobFailed } from "../platform/jobs/index.ts";
import { findSettledKeyId, rewrapTexts, type SealedColumn, type Vault } from "../platform/secrets/index.ts";
import type { Log } from "../platform/telemetry/index.ts";
import { sealedAnswer } from "./idempotency.ts";
import type { Module } from "./module.ts";

const rewrapSecrets = defineJob("kernel.rewrap_secrets", { payload: z.object({ keyId: z.string() }) });

export const sealedColumns = (modules: readonly Module[]): SealedColumn[] => [
  sealedAnswer,
  ...modules.flatMap((module) => module.sealed ?? []),
];

type Parts = { database: Database; log: Log; vault: Vault; columns: readonly SealedColumn[] };

/** Reads the keys first: whoever added one need not tell the server in another way. */
export const rewrapJob = ({ database, log, vault, columns }: Parts): BoundJob =>
  bindJob(rewrapSecrets, async ({ keyId }, { signal, progress }) => {
    await vault.reload();
    const { sealer } = vault;
    const [first] = sealer.keyIds;
    if (first !== keyId)
      throw new JobFailed(`The texts are to be under ${keyId}, while this server seals with ${first}`);
    const { count, leftCount } = await rewrapTexts({ database, log, sealer, columns, signal, onProgress: progress });
    log.info({ sealingKey: keyId, count, leftCount }, "Sealed texts were wrapped under the key that seals");
    if (leftCount > 0) throw new JobFailed(`${leftCount} sealed texts are not under ${keyId} yet`);
  });

export const enqueueRewrap = (session: Session, keyId: string): Promise<string> =>
  insertJob(session, rewrapSecrets, { keyId }, { key: rewrapSecrets.name });

/** Where the key that seals is not the one that everything is under. */
export async function rewrapIfDue(database: Database, { sealer }: Vault): Promise<void> {
  const [keyId] = sealer.keyIds;
  if ((await findSettledKeyId(database)) === keyId) return;
  await database.write((session) => enqueueRewrap(session, keyId));
}
