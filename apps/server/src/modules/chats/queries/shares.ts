import { type AccountId, chats } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import type { ReadAction } from "../../../kernel/binding.ts";
import { fail } from "../../../kernel/failure.ts";
import type { ReadTx } from "../../../kernel/tx.ts";
import { areMembers } from "../../workspaces/index.ts";
import { findShareByToken, listShareRows } from "../store/shares.ts";
import { viewShare } from "../views.ts";

export const listShares: ReadAction<typeof chats.listShares> = async (tx, { actor, input }) => {
  const { account } = requireAccount(actor);
  const rows = await listShareRows(tx, input.workspaceId, account.id);
  return rows.map((row) => viewShare(row, tx.knowledge.publicUrl));
};

/** Whatever the reason, who may not see it learns only that there is nothing. Who shared it must still be a member. */
async function open(tx: ReadTx, token: string, reader: readonly AccountId[]): Promise<chats.SharedConversation> {
  const share = (await findShareByToken(tx, token)) ?? fail(chats.ShareNotFound);
  if (share.expires_at && share.expires_at <= tx.now) fail(chats.ShareNotFound);
  const members: ReadonlySet<string> = await areMembers(tx, share.workspace_id, [share.owner_id, ...reader]);
  const isForReader = share.audience === "public" || reader.some((id) => members.has(id));
  return isForReader && members.has(share.owner_id) ? share.conversation : fail(chats.ShareNotFound);
}

export const openShare: ReadAction<typeof chats.openShare> = (tx, { input }) => open(tx, input.token, []);

export const openMemberShare: ReadAction<typeof chats.openMemberShare> = (tx, { actor, input }) =>
  open(tx, input.token, [requireAccount(actor).account.id]);
