import type { AccountId, chats, workspaces } from "@althing/contract";
import { type Insertable, sql, type Updateable } from "kysely";
import type { ReadTx, WriteTx } from "../../../kernel/tx.ts";
import type { ChatTables, PromptRow, PromptsTable } from "../tables.ts";

type WorkspaceId = workspaces.WorkspaceId;
const from = (tx: ReadTx) => tx.reader<ChatTables>();
const into = (tx: WriteTx) => tx.writer<ChatTables>();

/** One's own and the shared ones, the oldest first. */
export const listPromptRows = (tx: ReadTx, workspaceId: WorkspaceId, accountId: AccountId): Promise<PromptRow[]> =>
  from(tx)
    .selectFrom("prompts")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .where((eb) => eb.or([eb("owner_id", "=", accountId), eb("shared", "=", true)]))
    .orderBy("id")
    .execute();

/** How many someone has; until the commit nobody adds to them. */
export async function countPromptsOf(tx: WriteTx, workspaceId: WorkspaceId, accountId: AccountId): Promise<number> {
  const name = `prompts of ${accountId}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(into(tx));
  const { count } = await into(tx)
    .selectFrom("prompts")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("workspace_id", "=", workspaceId)
    .where("owner_id", "=", accountId)
    .executeTakeFirstOrThrow();
  return Number(count);
}

type Named = { readonly workspaceId: WorkspaceId; readonly promptId: chats.PromptId };
const one = (tx: ReadTx, { workspaceId, promptId }: Named) =>
  from(tx).selectFrom("prompts").selectAll().where("id", "=", promptId).where("workspace_id", "=", workspaceId);

export const findPromptRow = (tx: ReadTx, named: Named): Promise<PromptRow | undefined> =>
  one(tx, named).executeTakeFirst();
/** The same, held until the end of the transaction. */
export const lockPrompt = (tx: WriteTx, named: Named): Promise<PromptRow | undefined> =>
  one(tx, named).forUpdate().executeTakeFirst();

export const insertPrompt = (tx: WriteTx, row: Insertable<PromptsTable>): Promise<PromptRow> =>
  into(tx).insertInto("prompts").values(row).returningAll().executeTakeFirstOrThrow();

/** Changes a locked prompt and raises its version. */
export const updatePromptRow = (tx: WriteTx, row: PromptRow, changes: Updateable<PromptsTable>): Promise<PromptRow> =>
  into(tx)
    .updateTable("prompts")
    .set({ ...changes, updated_at: tx.now, version: row.version + 1 })
    .where("id", "=", row.id)
    .returningAll()
    .executeTakeFirstOrThrow();

export const deletePromptRow = async (tx: WriteTx, id: chats.PromptId): Promise<void> => {
  await into(tx).deleteFrom("prompts").where("id", "=", id).execute();
};

/** What someone leaves behind who goes: their own ones; shared ones stay. */
export const deletePrivatePrompts = async (
  tx: WriteTx,
  workspaceId: WorkspaceId,
  ownerId: AccountId,
): Promise<void> => {
  await into(tx)
    .deleteFrom("prompts")
    .where("workspace_id", "=", workspaceId)
    .where("owner_id", "=", ownerId)
    .where("shared", "=", false)
    .execute();
};

/** Keeps what a prompt was, and no more than so many of what it was. */
export async function keepVersion(tx: WriteTx, row: PromptRow, kept: number): Promise<void> {
  const { id, version, title, body, variables, updated_at } = row;
  await into(tx)
    .insertInto("prompt_versions")
    .values({ prompt_id: id, version, title, body, variables: JSON.stringify(variables), at: updated_at })
    .execute();
  await into(tx)
    .deleteFrom("prompt_versions")
    .where("prompt_id", "=", id)
    .where("version", "<=", version - kept)
    .execute();
}

export const listVersionRows = (tx: ReadTx, promptId: chats.PromptId) =>
  from(tx)
    .selectFrom("prompt_versions")
    .selectAll()
    .where("prompt_id", "=", promptId)
    .orderBy("version", "desc")
    .execute();
