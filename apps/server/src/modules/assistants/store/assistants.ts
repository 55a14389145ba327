import type { assistants } from "@althing/contract";
import { type Insertable, sql, type Updateable } from "kysely";
import type { ReadTx, WriteTx } from "../../../kernel/tx.ts";
import { defineStatement } from "../../../platform/database/index.ts";
import type { AssistantRow, AssistantsTable, AssistantTables, VersionRow } from "../tables.ts";

const from = (tx: ReadTx) => tx.reader<AssistantTables>();
const into = (tx: WriteTx) => tx.writer<AssistantTables>();

const selectByIds = defineStatement(
  "assistants.by_ids",
  "select * from assistants where account_id = any ($1::uuid[])",
);
export const listByIds = (tx: ReadTx, ids: readonly string[]): Promise<AssistantRow[]> =>
  ids.length === 0 ? Promise.resolve([]) : tx.query(selectByIds, [ids]);

export const findRow = async (tx: ReadTx, id: string): Promise<AssistantRow | undefined> =>
  (await listByIds(tx, [id]))[0];

export const lockRow = (tx: WriteTx, id: string): Promise<AssistantRow | undefined> =>
  into(tx)
    .selectFrom("assistants")
    .selectAll()
    .where("account_id", "=", id as AssistantRow["account_id"])
    .forUpdate()
    .executeTakeFirst();

const selectBuiltIn = defineStatement(
  "assistants.built_in",
  "select * from assistants where workspace_id = $1 and built_in",
);
export const findBuiltIn = async (tx: ReadTx, workspaceId: string): Promise<AssistantRow | undefined> =>
  (await tx.query<AssistantRow>(selectBuiltIn, [workspaceId]))[0];

/** Those of a workspace that everyone may ask, and an account's own; the built-in one first, then by age. */
export const listFor = (
  tx: ReadTx,
  workspaceId: string,
  accountId: string,
  archived: boolean,
): Promise<AssistantRow[]> =>
  from(tx)
    .selectFrom("assistants")
    .selectAll()
    .where("workspace_id", "=", workspaceId as AssistantRow["workspace_id"])
    .where(sql<boolean>`(settings->>'visibility' = 'workspace' or owner_id = ${accountId}::uuid)`)
    .where(sql<boolean>`(archived_at is not null) = ${archived}`)
    .orderBy("built_in", "desc")
    .orderBy("created_at")
    .orderBy("account_id")
    .execute();

/** The workspaces among these that have no built-in assistant, and never had. */
export async function listWithoutBuiltIn(tx: ReadTx, workspaceIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from unnest(${workspaceIds}::uuid[]) as w (id)
    where not exists (select 1 from assistants a where a.workspace_id = w.id and a.built_in)`.execute(from(tx));
  return rows.map(({ id }) => id);
}

type Writable<Row> = Omit<Row, "settings"> & { settings: assistants.AssistantSettings };

export const insertAssistant = async (tx: WriteTx, row: Writable<Insertable<AssistantsTable>>): Promise<AssistantRow> =>
  into(tx)
    .insertInto("assistants")
    .values({ ...row, settings: JSON.stringify(row.settings) })
    .returningAll()
    .executeTakeFirstOrThrow();

export const updateAssistantRow = (
  tx: WriteTx,
  id: string,
  { settings, ...changes }: Partial<Writable<Omit<Updateable<AssistantsTable>, "settings">>>,
): Promise<AssistantRow> =>
  into(tx)
    .updateTable("assistants")
    .set({ ...changes, ...(settings && { settings: JSON.stringify(settings) }), updated_at: tx.now })
    .where("account_id", "=", id as AssistantRow["account_id"])
    .returningAll()
    .executeTakeFirstOrThrow();

export async function insertVersion(tx: WriteTx, version: VersionRow, kept: number): Promise<void> {
  await into(tx)
    .insertInto("assistant_versions")
    .values({ ...version, settings: JSON.stringify(version.settings) })
    .execute();
  await into(tx)
    .deleteFrom("assistant_versions")
    .where("account_id", "=", version.account_id)
    .where("version", "<=", version.version - kept)
    .execute();
}

const selectVersion = defineStatement(
  "assistants.version",
  "select * from assistant_versions where account_id = $1 and version = $2",
);
export const findVersion = async (tx: ReadTx, id: string, version: number): Promise<VersionRow | undefined> =>
  (await tx.query<VersionRow>(selectVersion, [id, version]))[0];

export const listVersions = (tx: ReadTx, id: string): Promise<VersionRow[]> =>
  from(tx)
    .selectFrom("assistant_versions")
    .selectAll()
    .where("account_id", "=", id as VersionRow["account_id"])
    .orderBy("version", "desc")
    .execute();
