// Assistants are members like others: they come without an invitation, and go like anyone.
import { feedOf, workspaces } from "@althing/contract";
import type { WriteTx } from "../../../kernel/tx.ts";
import { listProfiles } from "../../accounts/index.ts";
import { findStanding } from "../queries/standing.ts";
import { insertMembers, type MemberQuestion } from "../store/members.ts";
import { viewMember } from "../views.ts";
import { depart } from "./depart.ts";

export async function admitAssistant(tx: WriteTx, { workspaceId, accountId }: MemberQuestion): Promise<void> {
  const wanted = { workspace_id: workspaceId, account_id: accountId, roles: ["member"], joined_at: tx.now };
  const [row] = await insertMembers(tx, [wanted as Parameters<typeof insertMembers>[1][number]]);
  const profile = (await listProfiles(tx, [accountId])).get(accountId);
  if (!row || !profile) return;
  tx.emit(workspaces.MemberJoined, feedOf.workspace(workspaceId), { member: viewMember(profile, row) });
}

/** Out of the workspace and all of its rooms; what it said stays. */
export async function dismissAssistant(tx: WriteTx, member: MemberQuestion): Promise<void> {
  const standing = await findStanding(tx, member);
  if (standing) await depart(tx, standing);
}
