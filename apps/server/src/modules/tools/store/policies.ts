import type { AccountId, rooms, tools, workspaces } from "@althing/contract";
import { type Insertable, sql } from "kysely";
import type { ReadTx, WriteTx } from "../../../kernel/tx.ts";
import { defineStatement } from "../../../platform/database/index.ts";
import type { GrantsTable, PoliciesTable, PolicyRow, ToolTables } from "../tables.ts";

const from = (tx: ReadTx) => tx.reader<ToolTables>();
const into = (tx: WriteTx) => tx.writer<ToolTables>();

const selectOf = defineStatement(
  "tool_policies.of_workspace",
  `select * from tool_policies where workspace_id = $1
   order by room_id nulls first, assistant_id nulls first, pattern`,
);
/** In a fixed order, of the workspace first. */
export const listPolicyRows = (tx: ReadTx, workspaceId: workspaces.WorkspaceId): Promise<PolicyRow[]> =>
  tx.query(selectOf, [workspaceId]);

/** One after another, so that what is told of them is what is then there. */
export const lockPolicies = async (tx: WriteTx, workspaceId: workspaces.WorkspaceId): Promise<void> => {
  const name = `tool policies ${workspaceId}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(into(tx));
};

export const putPolicy = (tx: WriteTx, policy: Insertable<PoliciesTable>): Promise<PolicyRow> =>
  into(tx)
    .insertInto("tool_policies")
    .values(policy)
    .onConflict((on) =>
      on
        .columns(["workspace_id", "room_id", "assistant_id", "pattern"])
        .doUpdateSet((eb) => ({ decision: eb.ref("excluded.decision") })),
    )
    .returningAll()
    .executeTakeFirstOrThrow();

export const deletePolicy = (
  tx: WriteTx,
  workspaceId: workspaces.WorkspaceId,
  policyId: tools.ToolPolicyId,
): Promise<PolicyRow | undefined> =>
  into(tx)
    .deleteFrom("tool_policies")
    .where("id", "=", policyId)
    .where("workspace_id", "=", workspaceId)
    .returningAll()
    .executeTakeFirst();

/** What someone lets run in a room, by name: the fingerprint of the tool as it then was. */
export async function listGrants(
  tx: ReadTx,
  accountId: AccountId,
  roomId: rooms.RoomId,
): Promise<ReadonlyMap<string, string>> {
  const rows = await from(tx)
    .selectFrom("tool_grants")
    .select(["name", "fingerprint"])
    .where("account_id", "=", accountId)
    .where("room_id", "=", roomId)
    .execute();
  return new Map(rows.map(({ name, fingerprint }) => [name, fingerprint]));
}

export const putGrant = (tx: WriteTx, grant: Insertable<GrantsTable>): Promise<unknown> =>
  into(tx)
    .insertInto("tool_grants")
    .values(grant)
    .onConflict((on) =>
      on
        .columns(["account_id", "room_id", "name"])
        .doUpdateSet((eb) => ({ fingerprint: eb.ref("excluded.fingerprint") })),
    )
    .execute();

export const deleteGrantsOf = (tx: WriteTx, roomId: rooms.RoomId, accountId: AccountId): Promise<unknown> =>
  into(tx).deleteFrom("tool_grants").where("room_id", "=", roomId).where("account_id", "=", accountId).execute();

/** What was said for a room, and what people allowed in it. */
export async function deleteSaidOf(tx: WriteTx, roomId: rooms.RoomId): Promise<void> {
  await into(tx).deleteFrom("tool_policies").where("room_id", "=", roomId).execute();
  await into(tx).deleteFrom("tool_grants").where("room_id", "=", roomId).execute();
}
