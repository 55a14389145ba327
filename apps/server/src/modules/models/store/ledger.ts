// The ledger, what is held before it, and the days that are summed up from it in the same transaction.
import type { models } from "@althing/contract";
import { type Insertable, sql } from "kysely";
import type { ReadTx, WriteTx } from "../../../kernel/tx.ts";
import { defineStatement } from "../../../platform/database/index.ts";
import { dayOf } from "../periods.ts";
import type {
  LedgerTable,
  ModelTables,
  ReservationId,
  ReservationRow,
  ReservationsTable,
  SpendingColumns,
  UsageDaysTable,
} from "../tables.ts";
import { spendersOf } from "./budgets.ts";

const into = (tx: WriteTx) => tx.writer<ModelTables>();

const selectOwned = defineStatement(
  "model_providers.owned",
  "select 1 as n from model_providers where id = $1 and owner_id is not null",
);
/** Whether a provider is somebody's own. */
export const isPersonal = async (tx: ReadTx, providerId: models.ProviderId | null): Promise<boolean> =>
  providerId !== null && (await tx.query(selectOwned, [providerId])).length > 0;

export const insertReservation = async (tx: WriteTx, reservation: Insertable<ReservationsTable>): Promise<void> => {
  await into(tx).insertInto("model_reservations").values(reservation).execute();
};

/** Ends a reservation, also one that had expired; undefined where it was settled before. */
export const settleReservation = (tx: WriteTx, id: ReservationId): Promise<ReservationRow | undefined> =>
  into(tx)
    .updateTable("model_reservations")
    .set({ settled_at: tx.now })
    .where("id", "=", id)
    .where("settled_at", "is", null)
    .returningAll()
    .executeTakeFirst();

/** Reservations of calls that have ended for good. */
export const deleteOldReservations = async (tx: WriteTx, expiredBefore: Date): Promise<void> => {
  await into(tx).deleteFrom("model_reservations").where("expires_at", "<", expiredBefore).execute();
};

export const insertEntry = async (tx: WriteTx, entry: Insertable<LedgerTable>): Promise<void> => {
  await into(tx).insertInto("model_ledger").values(entry).execute();
};

const counted = [
  "micros",
  "input_tokens",
  "cached_input_tokens",
  "cache_write_tokens",
  "output_tokens",
  "reasoning_tokens",
  "entry_count",
  "estimated_count",
  "unknown_count",
  "unpriced_count",
] as const satisfies (keyof UsageDaysTable)[];

export const addToDay = async (tx: WriteTx, sums: Insertable<UsageDaysTable>): Promise<void> => {
  await into(tx)
    .insertInto("model_usage_days")
    .values(sums)
    .onConflict((conflict) =>
      conflict
        .columns([
          "workspace_id",
          "day",
          "account_id",
          "assistant_id",
          "room_id",
          "provider_id",
          "model_id",
          "personal",
          "kind",
        ])
        .doUpdateSet(
          Object.fromEntries(
            counted.map((column) => [
              column,
              sql<number>`model_usage_days.${sql.ref(column)} + excluded.${sql.ref(column)}`,
            ]),
          ),
        ),
    )
    .execute();
};

const parts = 8;

/** Adds to what budgets are held against. A run keeps to one part, and all write in one order, so that none wait in a knot. */
export const addToSpent = async (
  tx: WriteTx,
  columns: SpendingColumns,
  part: string,
  micros: number,
): Promise<void> => {
  const rows = [...spendersOf(columns)].map(([scope, spender]) => ({
    workspace_id: columns.workspace_id,
    scope,
    spender,
    day: dayOf(tx.now),
    part: Number.parseInt(part.slice(-2), 16) % parts,
    micros,
  }));
  await into(tx)
    .insertInto("model_spent_days")
    .values(rows.sort((one, other) => (one.scope < other.scope ? -1 : 1)))
    .onConflict((conflict) =>
      conflict
        .columns(["workspace_id", "scope", "spender", "day", "part"])
        .doUpdateSet({ micros: sql<number>`model_spent_days.micros + excluded.micros` }),
    )
    .execute();
};
