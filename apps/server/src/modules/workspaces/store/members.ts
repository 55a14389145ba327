import type { AccountId, workspaces } from "@althing/contract";
import { type RawBuilder, sql } from "kysely";
import type { ReadTx, WriteTx } from "../../../kernel/tx.ts";
import { defineStatement } from "../../../platform/database/index.ts";
import type { MemberRow, WorkspaceTables } from "../tables.ts";

type WorkspaceId = workspaces.WorkspaceId;
const from = (tx: ReadTx) => tx.reader<WorkspaceTables>();
const into = (tx: WriteTx) => tx.writer<WorkspaceTables>();

export type StandingRow = MemberRow & { slug: string; name: string; custom_permissions: string[] };
export type MemberQuestion = { readonly workspaceId: string; readonly accountId: string };

const selectStandings = defineStatement(
  "workspaces.standings",
  `select m.workspace_id, m.account_id, m.roles, m.joined_at, w.slug, w.name,
     array(select unnest(r.permissions) from workspace_roles r
           where r.workspace_id = m.workspace_id and r.name = any (m.roles)) as custom_permissions
   from unnest($1::uuid[], $2::uuid[]) as q (workspace_id, account_id)
   join workspace_members m on m.workspace_id = q.workspace_id and m.account_id = q.account_id
   join workspaces w on w.id = m.workspace_id`,
);
/** The memberships asked for, those that there are, in no order. */
export const listStandings = (tx: ReadTx, questions: readonly MemberQuestion[]): Promise<StandingRow[]> =>
  tx.query(selectStandings, [
    questions.map(({ workspaceId }) => workspaceId),
    questions.map(({ accountId }) => accountId),
  ]);

const selectMembersAmong = defineStatement(
  "workspaces.members_among",
  "select account_id from workspace_members where workspace_id = $1 and account_id = any ($2::uuid[])",
);
export async function membersAmong(
  tx: ReadTx,
  workspaceId: string,
  accountIds: readonly string[],
): Promise<Set<AccountId>> {
  const rows = await tx.query<{ account_id: AccountId }>(selectMembersAmong, [workspaceId, accountIds]);
  return new Set(rows.map((row) => row.account_id));
}

const selectNoGuests = defineStatement(
  "workspaces.no_guests",
  "select account_id from workspace_members where workspace_id = $1 and not (roles <@ array['guest'])",
);
/** Everyone in a workspace who is more than a guest. */
export const listMemberAccountIds = async (tx: ReadTx, workspaceId: string): Promise<AccountId[]> =>
  (await tx.query<{ account_id: AccountId }>(selectNoGuests, [workspaceId])).map((row) => row.account_id);

/** The ids of a workspace's members, as a part of another module's statement. */
export const membersOf = (workspaceId: string): RawBuilder<AccountId> =>
  sql<AccountId>`select account_id from workspace_members where workspace_id = ${workspaceId}`;

export const listMemberRows = (tx: ReadTx, workspaceId: string, accountIds: readonly string[]): Promise<MemberRow[]> =>
  from(tx)
    .selectFrom("workspace_members")
    .selectAll()
    .where("workspace_id", "=", workspaceId as WorkspaceId)
    .where("account_id", "=", sql<AccountId>`any (${accountIds})`)
    .execute();

export const listMembershipsOf = (
  tx: ReadTx,
  accountIds: readonly string[],
): Promise<Pick<MemberRow, "workspace_id" | "account_id">[]> =>
  from(tx)
    .selectFrom("workspace_members")
    .select(["workspace_id", "account_id"])
    .where("account_id", "=", sql<AccountId>`any (${accountIds})`)
    .execute();

export const shareWorkspace = async (tx: ReadTx, one: string, other: string): Promise<boolean> => {
  const shared = await from(tx)
    .selectFrom("workspace_members as mine")
    .innerJoin("workspace_members as theirs", "theirs.workspace_id", "mine.workspace_id")
    .select("mine.workspace_id")
    .where("mine.account_id", "=", one as AccountId)
    .where("theirs.account_id", "=", other as AccountId)
    .limit(1)
    .executeTakeFirst();
  return shared !== undefined;
};

export const countMembers = async (tx: ReadTx, workspaceId: string): Promise<number> => {
  const { n } = await from(tx)
    .selectFrom("workspace_members")
    .select(sql<number>`count(*)::int`.as("n"))
    .where("workspace_id", "=", workspaceId as WorkspaceId)
    .executeTakeFirstOrThrow();
  return n;
};

export const hasOtherOwner = async (tx: ReadTx, workspaceId: string, accountId: string): Promise<boolean> => {
  const other = await from(tx)
    .selectFrom("workspace_members")
    .select("account_id")
    .where("workspace_id", "=", workspaceId as WorkspaceId)
    .where("account_id", "<>", accountId as AccountId)
    .where(sql<boolean>`'owner' = any (roles)`)
    .limit(1)
    .executeTakeFirst();
  return other !== undefined;
};

/** Who has one of these roles. */
export const listMemberIdsByRole = async (
  tx: ReadTx,
  workspaceId: string,
  roles: readonly string[],
): Promise<AccountId[]> => {
  const rows = await from(tx)
    .selectFrom("workspace_members")
    .select("account_id")
    .where("workspace_id", "=", workspaceId as WorkspaceId)
    .where(sql<boolean>`roles && ${roles}::text[]`)
    .execute();
  return rows.map((row) => row.account_id);
};

/** Leaves out who is a member already. */
export const insertMembers = (tx: WriteTx, members: readonly MemberRow[]): Promise<MemberRow[]> =>
  into(tx)
    .insertInto("workspace_members")
    .values([...members])
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .execute();

export const updateRolesOf = async (
  tx: WriteTx,
  { workspaceId, accountId }: MemberQuestion,
  roles: string[],
): Promise<void> => {
  await into(tx)
    .updateTable("workspace_members")
    .set({ roles })
    .where("workspace_id", "=", workspaceId as WorkspaceId)
    .where("account_id", "=", accountId as AccountId)
    .execute();
};

/** Takes a role from everyone; who held no other is left a guest. */
export const takeRole = (
  tx: WriteTx,
  workspaceId: string,
  role: string,
): Promise<Pick<MemberRow, "account_id" | "roles">[]> =>
  into(tx)
    .updateTable("workspace_members")
    .set({
      roles: sql`case when roles = array[${role}::text] then array['guest'] else array_remove(roles, ${role}) end`,
    })
    .where("workspace_id", "=", workspaceId as WorkspaceId)
    .where(sql<boolean>`${role} = any (roles)`)
    .returning(["account_id", "roles"])
    .execute();

export const deleteMember = async (tx: WriteTx, { workspaceId, accountId }: MemberQuestion): Promise<void> => {
  await into(tx)
    .deleteFrom("workspace_members")
    .where("workspace_id", "=", workspaceId as WorkspaceId)
    .where("account_id", "=", accountId as AccountId)
    .execute();
};
