// People come to a workspace, by making it or by an invitation.
import { type AccountId, accounts, feedOf, workspaces } from "@althing/contract";
import { fail } from "../../../kernel/failure.ts";
import type { Emitted, WriteTx } from "../../../kernel/tx.ts";
import { listProfiles, nearestNames } from "../../accounts/index.ts";
import { hashToken } from "../invitation-tokens.ts";
import { membershipHooks } from "../membership-hooks.ts";
import { loadRoles } from "../queries/roles.ts";
import { findOpenInvitation, useInvitation } from "../store/invitations.ts";
import { insertMembers, membersAmong } from "../store/members.ts";
import { findWorkspace, insertWorkspace } from "../store/workspaces.ts";
import type { WorkspaceRow } from "../tables.ts";
import { viewMember, viewSummary } from "../views.ts";

/** Someone's first moment in a workspace; its summary once the events have their numbers. */
export type Admitted = {
  readonly workspace: WorkspaceRow;
  readonly joined: Emitted;
  summary(): accounts.WorkspaceSummary;
};

const slugLength = 40;

export async function openWorkspace(
  tx: WriteTx,
  ownerId: AccountId,
  { name, slug }: { name: string; slug?: string | undefined },
): Promise<Admitted> {
  const slugs = slug === undefined ? nearestNames(name, { fallback: "workspace", maxLength: slugLength }) : [slug];
  const workspace = await insertUnderFreeSlug(tx, name, slugs);
  // What it comes with is there before it is told of, so that the owner's first number has all of it.
  return admit(tx, workspace, ownerId, ["owner"], () =>
    membershipHooks.tell(tx, "onCreated", { workspaceId: workspace.id, ownerId }),
  );
}

async function insertUnderFreeSlug(tx: WriteTx, name: string, slugs: readonly string[]): Promise<WorkspaceRow> {
  const id = tx.newId() as workspaces.WorkspaceId;
  for (const slug of slugs) {
    const row = await insertWorkspace(tx, { id, slug, name, created_at: tx.now });
    if (row) return row;
  }
  return fail(workspaces.WorkspaceSlugTaken);
}

export async function enterByInvitation(tx: WriteTx, accountId: AccountId, token: string): Promise<Admitted> {
  const tokenHash = hashToken(token);
  const open = (await findOpenInvitation(tx, tokenHash)) ?? fail(accounts.InvitationInvalid);
  const workspaceId = open.workspace_id;
  const workspace = (await findWorkspace(tx, workspaceId)) ?? fail(accounts.InvitationInvalid);
  if ((await membersAmong(tx, workspaceId, [accountId])).size > 0)
    fail(workspaces.AlreadyMember, { slug: workspace.slug });
  const { role, room_ids: roomIds } = (await useInvitation(tx, tokenHash)) ?? fail(accounts.InvitationInvalid);
  if (!(await loadRoles(tx, workspaceId)).has(role)) return fail(accounts.InvitationInvalid);
  const admitted = await admit(tx, workspace, accountId, [role]);
  await membershipHooks.tell(tx, "onArrival", { workspaceId, accountId, roomIds });
  return admitted;
}

async function admit(
  tx: WriteTx,
  workspace: WorkspaceRow,
  accountId: AccountId,
  roles: string[],
  furnish: () => Promise<void> = async () => undefined,
): Promise<Admitted> {
  const [row] = await insertMembers(tx, [
    { workspace_id: workspace.id, account_id: accountId, roles, joined_at: tx.now },
  ]);
  await furnish();
  const profile = (await listProfiles(tx, [accountId])).get(accountId);
  if (!row || !profile) return fail(workspaces.AlreadyMember, { slug: workspace.slug });
  const by = accountId;
  const member = viewMember(profile, row);
  const joined = tx.emit(workspaces.MemberJoined, feedOf.workspace(workspace.id), { member }, { by });
  const summary = () => viewSummary(workspace, roles, joined.position.seq);
  tx.emit(workspaces.WorkspaceEntered, feedOf.account(accountId), () => ({ workspace: summary() }), { by });
  return { workspace, joined, summary };
}
