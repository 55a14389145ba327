/** An account's rights in workspaces, asked for nearly every request; remembered until an event changes them. */
import { type AccountId, type PermissionDef, workspaces } from "@althing/contract";
import type { Actor } from "../../../kernel/actor.ts";
import { defineMemo } from "../../../kernel/memo.ts";
import { type Ear, ear } from "../../../kernel/module.ts";
import { type Access, authorize, defineScope } from "../../../kernel/permission.ts";
import type { ReadTx } from "../../../kernel/tx.ts";
import { isGuest, permissionsOf } from "../policy.ts";
import { listStandings, type MemberQuestion, membersAmong, type StandingRow } from "../store/members.ts";

/** What someone is in a workspace. */
export type Standing = {
  readonly workspaceId: workspaces.WorkspaceId;
  readonly accountId: AccountId;
  readonly slug: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly permissions: ReadonlySet<string>;
  readonly isGuest: boolean;
  readonly joinedAt: Date;
};

const standingsMemo = defineMemo<Standing>("workspaces.standings", { ttlSeconds: 30, max: 50_000 });
const keyOf = ({ workspaceId, accountId }: MemberQuestion): string => `${workspaceId} ${accountId}`;

/** The answers in the order of the questions; undefined for who is not a member. */
export async function memberPermissions(
  tx: ReadTx,
  questions: readonly MemberQuestion[],
): Promise<(Standing | undefined)[]> {
  const asked = new Map(questions.map((question) => [keyOf(question), question]));
  const found = await tx.memo(standingsMemo, [...asked.keys()], async (missing) => {
    const rows = await listStandings(
      tx,
      missing.flatMap((key) => asked.get(key) ?? []),
    );
    return new Map(rows.map(toStanding).map((standing) => [keyOf(standing), standing]));
  });
  return questions.map((question) => found.get(keyOf(question)));
}

/** As it is in the database now, for those who decide under a lock. */
export async function findStanding(tx: ReadTx, question: MemberQuestion): Promise<Standing | undefined> {
  const [row] = await listStandings(tx, [question]);
  return row && toStanding(row);
}

const toStanding = (row: StandingRow): Standing => ({
  workspaceId: row.workspace_id,
  accountId: row.account_id,
  slug: row.slug,
  name: row.name,
  roles: row.roles,
  permissions: permissionsOf(row.roles, row.custom_permissions),
  isGuest: isGuest(row.roles),
  joinedAt: row.joined_at,
});

export const workspaceScope = defineScope<Standing>({
  object: "workspace",
  notFound: workspaces.WorkspaceNotFound,
  async resolve(tx, questions) {
    const asked = questions.map(({ id, accountId }) => ({ workspaceId: id, accountId }));
    const standings = await memberPermissions(tx, asked);
    return standings.map(
      (standing) =>
        standing && {
          id: standing.workspaceId,
          workspaceId: standing.workspaceId,
          permissions: standing.permissions,
          frozen: undefined,
          facts: standing,
        },
    );
  },
});

/** What the scope knows of the workspace and the caller's place in it. */
export const standingOf = (access: Access): Standing => access.facts as Standing;

/** Requires a permission over a workspace that is not the route's own object, such as where a room is. */
export async function requireWorkspace(
  tx: ReadTx,
  actor: Actor,
  workspaceId: string,
  permission: PermissionDef,
): Promise<Access<Standing>> {
  const scopes = new Map([["workspace", workspaceScope]] as const);
  return (await authorize(scopes, tx, actor, permission, "workspace", workspaceId)) as Access<Standing>;
}

/** Those of the accounts that are members. */
export async function areMembers(
  tx: ReadTx,
  workspaceId: string,
  accountIds: readonly string[],
): Promise<Set<AccountId>> {
  return accountIds.length === 0 ? new Set() : membersAmong(tx, workspaceId, accountIds);
}

const workspaceIn = (feed: string): string => feed.slice(feed.indexOf(":") + 1);

export const forgetStandings: readonly Ear[] = [
  ...[workspaces.MemberLeft, workspaces.MemberRolesChanged].map((event) =>
    ear(event, ({ memos }, { feed, data }) =>
      memos.forget(standingsMemo, keyOf({ workspaceId: workspaceIn(feed), accountId: data.accountId })),
    ),
  ),
  ear(workspaces.RolesChanged, ({ memos }) => memos.forgetAll(standingsMemo)),
  ear(workspaces.WorkspaceUpdated, ({ memos }) => memos.forgetAll(standingsMemo)),
];
