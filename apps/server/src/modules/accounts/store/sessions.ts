import type { AccountId, accounts } from "@althing/contract";
import type { ReadTx, WriteTx } from "../../../kernel/tx.ts";
import { defineStatement } from "../../../platform/database/index.ts";
import type { AccountTables, SessionRow } from "../tables.ts";

const from = (tx: ReadTx) => tx.reader<AccountTables>();
const into = (tx: WriteTx) => tx.writer<AccountTables>();

export const insertSession = async (tx: WriteTx, session: SessionRow): Promise<void> => {
  await into(tx).insertInto("sessions").values(session).execute();
};

/** Those that have not ended, the last used first. */
export const listLiveSessions = (tx: ReadTx, accountId: string): Promise<SessionRow[]> =>
  from(tx)
    .selectFrom("sessions")
    .selectAll()
    .where("account_id", "=", accountId as AccountId)
    .where("ended_at", "is", null)
    .where("expires_at", ">", tx.now)
    .orderBy("last_used_at", "desc")
    .orderBy("id", "desc")
    .execute();

const selectLive = defineStatement(
  "accounts.live_sessions",
  `select s.id, s.account_id, s.last_used_at from sessions s join accounts a on a.id = s.account_id
   where s.id = any ($1::uuid[]) and s.ended_at is null and s.expires_at > $2 and a.disabled_at is null`,
);
export const findLive = (
  tx: ReadTx,
  ids: readonly string[],
): Promise<Pick<SessionRow, "id" | "account_id" | "last_used_at">[]> => tx.query(selectLive, [ids, tx.now]);

export const lockSession = (tx: WriteTx, id: string): Promise<SessionRow | undefined> =>
  into(tx)
    .selectFrom("sessions")
    .selectAll()
    .where("id", "=", id as accounts.SessionId)
    .forUpdate()
    .executeTakeFirst();

export type Rotation = Pick<SessionRow, "token_hash" | "user_agent" | "address" | "expires_at">;

/** Puts the next token in the place of the one presented, if that is the newest of a live session; of many at once, one does. */
export const rotateToken = (
  tx: WriteTx,
  session: { id: string; presentedHash: string },
  next: Rotation,
): Promise<SessionRow | undefined> =>
  into(tx)
    .updateTable("sessions")
    .set({ ...next, rotated_at: tx.now, last_used_at: tx.now })
    .where("id", "=", session.id as accounts.SessionId)
    .where("token_hash", "=", session.presentedHash)
    .where("ended_at", "is", null)
    .where("expires_at", ">", tx.now)
    .returningAll()
    .executeTakeFirst();

export const touchSession = async (tx: WriteTx, id: string): Promise<void> => {
  await into(tx)
    .updateTable("sessions")
    .set({ last_used_at: tx.now })
    .where("id", "=", id as accounts.SessionId)
    .execute();
};

/** Ends live sessions of the account, one of them or all but one where told, and gives their ids. */
export const endSessionRows = async (
  tx: WriteTx,
  accountId: string,
  which: { only?: string | undefined; except?: string | undefined },
): Promise<accounts.SessionId[]> => {
  const { only, except } = which;
  const rows = await into(tx)
    .updateTable("sessions")
    .set({ ended_at: tx.now })
    .where("account_id", "=", accountId as AccountId)
    .where("ended_at", "is", null)
    .where("expires_at", ">", tx.now)
    .$if(only !== undefined, (query) => query.where("id", "=", only as accounts.SessionId))
    .$if(except !== undefined, (query) => query.where("id", "<>", except as accounts.SessionId))
    .returning("id")
    .execute();
  return rows.map((row) => row.id);
};

export const deleteOldSessions = async (tx: WriteTx, endedBefore: Date): Promise<void> => {
  await into(tx)
    .deleteFrom("sessions")
    .where((eb) => eb.or([eb("expires_at", "<", endedBefore), eb("ended_at", "<", endedBefore)]))
    .execute();
};
