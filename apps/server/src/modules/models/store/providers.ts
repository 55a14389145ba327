import type { AccountId, models, workspaces } from "@althing/contract";
import { type Insertable, sql, type Updateable } from "kysely";
import type { ReadTx, WriteTx } from "../../../kernel/tx.ts";
import { defineStatement } from "../../../platform/database/index.ts";
import type { ModelTables, ProviderRow, ProvidersTable } from "../tables.ts";

type WorkspaceId = workspaces.WorkspaceId;
const from = (tx: ReadTx) => tx.reader<ModelTables>();
const into = (tx: WriteTx) => tx.writer<ModelTables>();

const selectProviders = (tx: ReadTx, workspaceId: WorkspaceId) =>
  from(tx)
    .selectFrom("model_providers")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .where("deleted_at", "is", null)
    .orderBy("id");

const selectFor = defineStatement(
  "model_providers.for_account",
  `select * from model_providers
   where workspace_id = $1 and deleted_at is null and (owner_id is null or owner_id = $2) order by id`,
);
/** The workspace's and the account's own, the oldest first. */
export const listProviderRows = (tx: ReadTx, workspaceId: WorkspaceId, accountId: AccountId): Promise<ProviderRow[]> =>
  tx.query(selectFor, [workspaceId, accountId]);

/** One of those, by its id. */
export const findProviderRow = (
  tx: ReadTx,
  workspaceId: WorkspaceId,
  accountId: AccountId,
  providerId: models.ProviderId,
): Promise<ProviderRow | undefined> =>
  selectProviders(tx, workspaceId)
    .where("id", "=", providerId)
    .where((where) => where.or([where("owner_id", "is", null), where("owner_id", "=", accountId)]))
    .executeTakeFirst();

/** Whatever stands under the id, in any workspace, deleted or not. */
export const findProviderAnywhere = (tx: ReadTx, providerId: models.ProviderId): Promise<ProviderRow | undefined> =>
  from(tx).selectFrom("model_providers").selectAll().where("id", "=", providerId).executeTakeFirst();

/** Held until the end of the transaction, so that what is said of a provider is said in order. */
export const lockProvider = async (tx: WriteTx, providerId: models.ProviderId): Promise<ProviderRow | undefined> =>
  into(tx)
    .selectFrom("model_providers")
    .selectAll()
    .where("id", "=", providerId)
    .where("deleted_at", "is", null)
    .forUpdate()
    .executeTakeFirst();

/** One after another, so that their number stays within its limit. */
export const lockProvidersOf = async (tx: WriteTx, workspaceId: WorkspaceId, ownerId: string | null): Promise<void> => {
  const name = `model providers ${workspaceId} ${ownerId}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(into(tx));
};

export const listOwnProviders = (tx: ReadTx, workspaceId: WorkspaceId, ownerId: AccountId): Promise<ProviderRow[]> =>
  selectProviders(tx, workspaceId).where("owner_id", "=", ownerId).execute();

export const insertProvider = (tx: WriteTx, provider: Insertable<ProvidersTable>): Promise<ProviderRow> =>
  into(tx).insertInto("model_providers").values(provider).returningAll().executeTakeFirstOrThrow();

/** Changes a locked provider and raises its version. */
export const updateProviderRow = (
  tx: WriteTx,
  provider: ProviderRow,
  changes: Omit<Updateable<ProvidersTable>, "version">,
): Promise<ProviderRow> =>
  into(tx)
    .updateTable("model_providers")
    .set({ ...changes, version: provider.version + 1, updated_at: tx.now })
    .where("id", "=", provider.id)
    .returningAll()
    .executeTakeFirstOrThrow();

/** What the last look at it brought is no change of the provider: its version stays. */
export const updateCheck = (tx: WriteTx, providerId: models.ProviderId, checked: models.ProviderCheck) =>
  into(tx)
    .updateTable("model_providers")
    .set({ checked: JSON.stringify(checked) })
    .where("id", "=", providerId)
    .returningAll()
    .executeTakeFirstOrThrow();

/** The names of providers, those that were deleted too. */
export const listProviderNames = async (
  tx: ReadTx,
  providerIds: readonly string[],
): Promise<Map<string, Pick<ProviderRow, "name" | "kind">>> => {
  const rows = await from(tx)
    .selectFrom("model_providers")
    .select(["id", "name", "kind"])
    .where("id", "=", sql<models.ProviderId>`any (${providerIds})`)
    .execute();
  return new Map(rows.map(({ id, name, kind }) => [id, { name, kind }]));
};
