import { type Insertable, sql, type Updateable } from "kysely";
import type { ReadTx, WriteTx } from "../../kernel/tx.ts";
import { defineStatement } from "../../platform/database/index.ts";
import type { FileRow, FileTables } from "./tables.ts";

const from = (tx: ReadTx) => tx.reader<FileTables>();
const into = (tx: WriteTx) => tx.writer<FileTables>();
const oneOf = (ids: readonly string[]) => sql<string>`any (${ids}::uuid[])`;

/** False where the id is taken. */
export async function insertFile(tx: WriteTx, row: Insertable<FileTables["files"]>): Promise<boolean> {
  const inserted = into(tx)
    .insertInto("files")
    .values(row)
    .onConflict((conflict) => conflict.doNothing());
  return (await inserted.returning("id").execute()).length > 0;
}

export const selectFiles = (tx: ReadTx, ids: readonly string[]): Promise<FileRow[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : from(tx).selectFrom("files").selectAll().where("id", "=", oneOf(ids)).execute();

/** The same, held until the end of the transaction; locked in the order of ids. */
export const lockFiles = (tx: WriteTx, ids: readonly string[]): Promise<FileRow[]> =>
  into(tx).selectFrom("files").selectAll().where("id", "=", oneOf(ids)).orderBy("id").forUpdate().execute();

export async function updateFile(tx: WriteTx, id: string, changes: Updateable<FileTables["files"]>): Promise<void> {
  await into(tx).updateTable("files").set(changes).where("id", "=", id).execute();
}

/** Writes in the name of a request that may write; undefined where a newer one has taken its place. */
export const updateAsWriter = (
  tx: WriteTx,
  { id, writer }: Pick<FileRow, "id" | "writer">,
  changes: Updateable<FileTables["files"]>,
): Promise<FileRow | undefined> =>
  into(tx)
    .updateTable("files")
    .set(changes)
    .where("id", "=", id)
    .where("writer", "=", writer)
    .where("state", "=", "uploading")
    .returningAll()
    .executeTakeFirst();

const attachable = defineStatement(
  "files.lock_attachable",
  `select * from files where id = any ($1::uuid[]) and state = 'ready' and attached_at is null order by id for update`,
);
const attach = defineStatement("files.attach", "update files set attached_at = $2 where id = any ($1::uuid[])");

/** Those that are ready and that nothing holds, held until the end of the transaction. */
export const lockAttachable = (tx: WriteTx, ids: readonly string[]): Promise<FileRow[]> =>
  tx.query<FileRow>(attachable, [ids]);

export async function updateAttached(tx: WriteTx, ids: readonly string[]): Promise<void> {
  await tx.query(attach, [ids, tx.now]);
}

/** A page of those that began before a time, in the order of their ids, but for those that somebody holds just now. */
export const lockBegunBefore = (tx: WriteTx, time: Date, after: string, limit: number): Promise<FileRow[]> =>
  into(tx)
    .selectFrom("files")
    .selectAll()
    .where("created_at", "<", time)
    .where("id", ">", after)
    .orderBy("id")
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();

export async function deleteFiles(tx: WriteTx, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await into(tx).deleteFrom("files").where("id", "=", oneOf(ids)).execute();
}

/** Those of the keys that a file's bytes or its preview's lie under. */
export async function selectKeysAmong(tx: ReadTx, keys: readonly string[]): Promise<Set<string>> {
  const among = sql<string>`any (${keys})`;
  const rows = await from(tx)
    .selectFrom("files")
    .select(["content_key", "preview_key"])
    .where(({ eb, or }) => or([eb("content_key", "=", among), eb("preview_key", "=", among)]))
    .execute();
  return new Set(rows.flatMap(keysOf));
}

/** Everything that lies on disk of a file. */
export const keysOf = ({ content_key, preview_key }: Pick<FileRow, "content_key" | "preview_key">): string[] =>
  preview_key === null ? [content_key] : [content_key, preview_key];
