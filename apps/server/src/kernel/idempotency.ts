// A repeated request gets the stored answer. The answer is written in the transaction of the effect, so both exist or neither.
import { errors } from "@althing/contract";
import { defineMigration, defineStatement, type Session } from "../platform/database/index.ts";
import { defineSealed } from "../platform/secrets/index.ts";
import { Failure } from "./failure.ts";

export const idempotencyMigrations = [
  defineMigration("kernel.001_idempotency", {
    up: [
      `create table idempotency_keys (
        account_id uuid not null,
        operation text not null,
        key text not null,
        input_hash text not null,
        status smallint not null,
        answer text not null,
        created_at timestamptz not null default now(),
        primary key (account_id, operation, key)
      )`,
      "create index idempotency_keys_by_age on idempotency_keys (created_at)",
    ],
    down: ["drop table idempotency_keys"],
  }),
];

export type IdempotentCall = { accountId: string; operation: string; key: string; inputHash: string };
/** The answer is sealed for its call: it may hold what is shown only once. */
export const sealedAnswer = defineSealed(
  "idempotency",
  { table: "idempotency_keys", column: "answer", key: ["account_id", "operation", "key", "input_hash"] },
  ([accountId, operation, key, inputHash]) => JSON.stringify({ accountId, operation, key, inputHash }),
);
export type StoredAnswer = { status: number; answer: string };

const tryLock = defineStatement(
  "idempotency.lock",
  "select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as locked",
);
const selectKeys = defineStatement(
  "idempotency.select",
  `select account_id as "accountId", operation, key, input_hash as "inputHash", status, answer
   from idempotency_keys
   where (account_id, operation, key) in (select * from unnest($1::uuid[], $2::text[], $3::text[]))`,
);
const insertKeys = defineStatement(
  "idempotency.insert",
  `insert into idempotency_keys (account_id, operation, key, input_hash, status, answer)
   select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::smallint[], $6::text[])
   on conflict do nothing`,
);
const deleteOld = defineStatement(
  "idempotency.delete_old",
  "delete from idempotency_keys where created_at < now() - interval '24 hours'",
);

const nameOf = ({ accountId, operation, key }: IdempotentCall): string => `${accountId} ${operation} ${key}`;

/** For each call: the answer it got before, a failure, or undefined where it is new. Holds the new keys until the commit. */
export async function claimKeys(
  session: Session,
  calls: readonly IdempotentCall[],
): Promise<(StoredAnswer | Failure | undefined)[]> {
  const seen = new Set<string>();
  const outcomes: (StoredAnswer | Failure | undefined)[] = [];
  for (const call of calls) {
    const name = nameOf(call);
    const [row] = seen.has(name) ? [] : await session.query<{ locked: boolean }>(tryLock, [name]);
    seen.add(name);
    outcomes.push(row?.locked ? undefined : new Failure(errors.IdempotencyInProgress));
  }
  const rows = await session.query<IdempotentCall & StoredAnswer>(selectKeys, [
    calls.map((call) => call.accountId),
    calls.map((call) => call.operation),
    calls.map((call) => call.key),
  ]);
  const known = new Map(rows.map((row) => [nameOf(row), row]));
  return calls.map((call, index) => {
    const row = known.get(nameOf(call));
    if (!row) return outcomes[index];
    return row.inputHash === call.inputHash ? row : new Failure(errors.IdempotencyKeyReused);
  });
}

export type KeptAnswer = IdempotentCall & StoredAnswer;

export async function keepAnswers(session: Session, answers: readonly KeptAnswer[]): Promise<void> {
  await session.query(insertKeys, [
    answers.map((one) => one.accountId),
    answers.map((one) => one.operation),
    answers.map((one) => one.key),
    answers.map((one) => one.inputHash),
    answers.map((one) => one.status),
    answers.map((one) => one.answer),
  ]);
}

export async function forgetOldAnswers(session: Session): Promise<void> {
  await session.query(deleteOld);
}

/** The key as it came, if it can be one. */
export function requireKey(key: string): string {
  if (/^[\x21-\x7e]{1,200}$/.test(key)) return key;
  const message = "must be 1 to 200 printable ASCII characters without spaces";
  throw new Failure(errors.ValidationFailed, null, [{ pointer: "/headers/idempotency-key", code: "invalid", message }]);
}
