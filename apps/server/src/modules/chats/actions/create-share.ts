import { randomBytes } from "node:crypto";
import { chats, feedOf, type workspaces } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import type { WriteAction } from "../../../kernel/binding.ts";
import { accessOf } from "../../../kernel/call.ts";
import { fail } from "../../../kernel/failure.ts";
import { requireWorkspace } from "../../workspaces/index.ts";
import { getConversation, requireChat } from "../queries/conversation.ts";
import { insertShare, listShareRows } from "../store/shares.ts";
import { renderBody } from "../transfer/render-body.ts";
import { pathTo } from "../transfer/tree.ts";
import { viewShare } from "../views.ts";

const limit = chats.shareLimits.sharesPerPerson;

export const createShare: WriteAction<typeof chats.createShare> = async (tx, call) => {
  requireChat(call);
  const { account } = requireAccount(call.actor);
  const { roomId, scope, messageId, audience, expiresInSeconds } = call.input;
  const workspaceId = accessOf(call).workspaceId as workspaces.WorkspaceId;
  if (audience === "public") await requireWorkspace(tx, call.actor, workspaceId, chats.ChatSharePublic);
  if ((await listShareRows(tx, workspaceId, account.id)).length >= limit) fail(chats.ShareLimitReached, { limit });
  const conversation = await getConversation(tx, { roomId, accountId: account.id, endId: messageId });
  const row = await insertShare(tx, {
    id: tx.newId() as chats.ShareId,
    token: randomBytes(32).toString("base64url"),
    workspace_id: workspaceId,
    room_id: roomId,
    owner_id: account.id,
    title: conversation.title,
    scope,
    audience,
    conversation: JSON.stringify(toShared(conversation, scope, account.name)),
    created_at: tx.now,
    expires_at: expiresInSeconds === null ? null : new Date(tx.now.getTime() + expiresInSeconds * 1_000),
  });
  tx.emit(chats.ChatShared, feedOf.account(account.id), { shareId: row.id, roomId, audience });
  return viewShare(row, tx.knowledge.publicUrl);
};

/** Places instead of ids; of sources what they say, and no address, which would name rooms and messages. */
function toShared(
  { title, turns, place, exportedAt }: chats.Conversation,
  scope: chats.Share["scope"],
  sharedBy: string,
): chats.SharedConversation {
  const chosen = scope === "tree" ? turns : pathTo(turns, place);
  const places = new Map(chosen.map(({ id }, index) => [id, index]));
  return {
    title,
    sharedAt: exportedAt,
    sharedBy,
    turns: chosen.map(({ id, parentId, sources, ...turn }, index) => ({
      ...turn,
      sources: sources.map((source) => ({ ...source, url: null })),
      place: index,
      parent: places.get(parentId ?? "") ?? null,
      html: renderBody(turn.body),
    })),
  };
}
