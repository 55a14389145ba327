import type { AccountId, rooms, workspaces } from "@althing/contract";
import { sql } from "kysely";
import type { ReadTx, WriteTx } from "../../../kernel/tx.ts";
import type { CategoryRow, RoomTables, SeenCategoryRow } from "../tables.ts";

const from = (tx: ReadTx) => tx.reader<RoomTables>();
const into = (tx: WriteTx) => tx.writer<RoomTables>();

/** The workspace's categories, then one's own. */
export const listCategoriesOf = async (
  tx: ReadTx,
  workspaceId: workspaces.WorkspaceId,
  accountId: AccountId,
): Promise<SeenCategoryRow[]> =>
  from(tx)
    .selectFrom("categories as c")
    .leftJoin("category_folds as f", (join) =>
      join.onRef("f.category_id", "=", "c.id").on("f.account_id", "=", accountId),
    )
    .selectAll("c")
    .select((eb) => eb("f.account_id", "is not", null).$castTo<boolean>().as("collapsed"))
    .where("c.workspace_id", "=", workspaceId)
    .where((eb) => eb.or([eb("c.account_id", "is", null), eb("c.account_id", "=", accountId)]))
    .orderBy((eb) => eb("c.account_id", "is not", null))
    .orderBy("c.position")
    .orderBy("c.id")
    .execute();

/** One after another, since each change is told as the whole list. */
export const lockCategories = async (
  tx: WriteTx,
  workspaceId: workspaces.WorkspaceId,
  accountId: AccountId | null,
): Promise<void> => {
  const name = `categories ${workspaceId} ${accountId ?? "shared"}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(into(tx));
};

export const findCategory = (tx: ReadTx, categoryId: string): Promise<CategoryRow | undefined> =>
  from(tx)
    .selectFrom("categories")
    .selectAll()
    .where("id", "=", categoryId as rooms.CategoryId)
    .executeTakeFirst();

export const insertCategory = async (tx: WriteTx, category: CategoryRow): Promise<void> => {
  await into(tx).insertInto("categories").values(category).execute();
};

export const updateCategoryRow = async (
  tx: WriteTx,
  categoryId: rooms.CategoryId,
  changes: Partial<Pick<CategoryRow, "name" | "position">>,
): Promise<void> => {
  await into(tx).updateTable("categories").set(changes).where("id", "=", categoryId).execute();
};

export const deleteCategoryRow = async (tx: WriteTx, categoryId: rooms.CategoryId): Promise<void> => {
  await into(tx).deleteFrom("categories").where("id", "=", categoryId).execute();
};

export const deleteCategoriesOf = async (
  tx: WriteTx,
  workspaceId: workspaces.WorkspaceId,
  accountId: AccountId,
): Promise<void> => {
  await into(tx)
    .deleteFrom("categories")
    .where("workspace_id", "=", workspaceId)
    .where("account_id", "=", accountId)
    .execute();
};

export const insertFold = async (tx: WriteTx, categoryId: rooms.CategoryId, accountId: AccountId): Promise<void> => {
  await into(tx)
    .insertInto("category_folds")
    .values({ category_id: categoryId, account_id: accountId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
};

export const deleteFold = async (tx: WriteTx, categoryId: rooms.CategoryId, accountId: AccountId): Promise<void> => {
  await into(tx)
    .deleteFrom("category_folds")
    .where("category_id", "=", categoryId)
    .where("account_id", "=", accountId)
    .execute();
};
