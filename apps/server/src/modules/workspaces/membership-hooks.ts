// What later modules do when people come to a workspace and go, in the same transaction.
import type { AccountId, workspaces } from "@althing/contract";
import type { ReadTx, WriteTx } from "../../kernel/tx.ts";

type WorkspaceId = workspaces.WorkspaceId;
export type Membership = { readonly workspaceId: WorkspaceId; readonly accountId: AccountId };

export type MembershipHooks = {
  /** A workspace was made; its owner is its only member. */
  onCreated(tx: WriteTx, created: { workspaceId: WorkspaceId; ownerId: AccountId }): Promise<void>;
  /** Someone became a member, invited to these rooms. */
  onArrival(tx: WriteTx, arrival: Membership & { readonly roomIds: readonly string[] }): Promise<void>;
  /** Someone is about to be no longer a member. */
  onDeparture(tx: WriteTx, departure: Membership): Promise<void>;
  /** Requires that the account may invite to each of these rooms; fails with InvitationRoomNotFound. */
  checkRooms(tx: ReadTx, invited: Membership & { readonly roomIds: readonly string[] }): Promise<void>;
};

const registered: Partial<MembershipHooks>[] = [];

export const membershipHooks = {
  register(hooks: Partial<MembershipHooks>): void {
    registered.push(hooks);
  },
  async tell<Name extends keyof MembershipHooks>(
    tx: WriteTx,
    name: Name,
    what: Parameters<MembershipHooks[Name]>[1],
  ): Promise<void> {
    for (const hooks of registered) await hooks[name]?.(tx, what as never);
  },
};
