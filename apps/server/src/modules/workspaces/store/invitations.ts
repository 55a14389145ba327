import type { AccountId, workspaces } from "@althing/contract";
import { type ExpressionBuilder, sql } from "kysely";
import type { ReadTx, WriteTx } from "../../../kernel/tx.ts";
import type { InvitationId, InvitationRow, WorkspaceTables } from "../tables.ts";

type WorkspaceId = workspaces.WorkspaceId;
const from = (tx: ReadTx) => tx.reader<WorkspaceTables>();
const into = (tx: WriteTx) => tx.writer<WorkspaceTables>();

const isOpen = (now: Date) => (eb: ExpressionBuilder<WorkspaceTables, "invitations">) =>
  eb.and([
    eb("revoked_at", "is", null),
    eb("expires_at", ">", now),
    eb.or([eb("max_uses", "is", null), eb("uses", "<", eb.ref("max_uses"))]),
  ]);

const named = (tokenHash: string) => sql<InvitationId>`(
  select invitation_id from invitation_tokens where token_hash = ${tokenHash}
)`;

export const insertInvitation = async (tx: WriteTx, invitation: InvitationRow): Promise<void> => {
  await into(tx).insertInto("invitations").values(invitation).execute();
};

export const insertInvitationToken = async (tx: WriteTx, invitationId: string, tokenHash: string): Promise<void> => {
  const token = { invitation_id: invitationId as InvitationId, token_hash: tokenHash };
  await into(tx).insertInto("invitation_tokens").values(token).execute();
};

export const findOpenInvitation = (tx: ReadTx, tokenHash: string): Promise<InvitationRow | undefined> =>
  from(tx)
    .selectFrom("invitations")
    .selectAll()
    .where("id", "=", named(tokenHash))
    .where(isOpen(tx.now))
    .executeTakeFirst();

export const findInvitation = (tx: ReadTx, id: string): Promise<InvitationRow | undefined> =>
  from(tx)
    .selectFrom("invitations")
    .selectAll()
    .where("id", "=", id as InvitationId)
    .where(isOpen(tx.now))
    .executeTakeFirst();

export const listOpenInvitations = (tx: ReadTx, workspaceId: string): Promise<InvitationRow[]> =>
  from(tx)
    .selectFrom("invitations")
    .selectAll()
    .where("workspace_id", "=", workspaceId as WorkspaceId)
    .where(isOpen(tx.now))
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .execute();

/** Counts one use, if one is left: of however many at once, no more than there are. */
export const useInvitation = (tx: WriteTx, tokenHash: string): Promise<InvitationRow | undefined> =>
  into(tx)
    .updateTable("invitations")
    .set((eb) => ({ uses: eb("uses", "+", 1) }))
    .where("id", "=", named(tokenHash))
    .where(isOpen(tx.now))
    .returningAll()
    .executeTakeFirst();

type Which = { id?: string; role?: string; createdBy?: string };

/** Withdraws open invitations of a workspace: one of them, those to a role, or those of one inviter. Gives how many. */
export const revokeInvitations = async (tx: WriteTx, workspaceId: string, which: Which): Promise<number> => {
  const { id, role, createdBy } = which;
  const revoked = await into(tx)
    .updateTable("invitations")
    .set({ revoked_at: tx.now })
    .where("workspace_id", "=", workspaceId as WorkspaceId)
    .where(isOpen(tx.now))
    .$if(id !== undefined, (query) => query.where("id", "=", id as InvitationId))
    .$if(role !== undefined, (query) => query.where("role", "=", role as string))
    .$if(createdBy !== undefined, (query) => query.where("created_by", "=", createdBy as AccountId))
    .returning("id")
    .execute();
  return revoked.length;
};
