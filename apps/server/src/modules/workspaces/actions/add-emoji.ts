import { feedOf, pictures, workspaces } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import type { OutsideAction } from "../../../kernel/binding.ts";
import { fail } from "../../../kernel/failure.ts";
import type { WriteTx } from "../../../kernel/tx.ts";
import { findUnicodeEmoji } from "../../../platform/emoji/index.ts";
import { drawPicture, type Frame, keepPicture } from "../../pictures/index.ts";
import { insertEmoji, listEmojiRows } from "../store/emoji.ts";
import { lockWorkspace } from "../store/workspaces.ts";
import type { EmojiRow } from "../tables.ts";
import { viewEmoji } from "../views.ts";

const frame: Frame = { limitBytes: pictures.pictureLimits.emojiBytes, sizePx: 128, fit: "whole", animated: true };
const limit = workspaces.emojiLimits.emojiPerWorkspace;

export const addEmoji: OutsideAction<typeof workspaces.addEmoji> = async (platform, { actor, input }) => {
  const { workspaceId, name } = input;
  // Where a name means an emoji of Unicode, it does so everywhere.
  if (findUnicodeEmoji(name)) fail(workspaces.EmojiNameTaken);
  const picture = await drawPicture(input.picture, frame);
  const createdBy = requireAccount(actor).account.id;
  return platform.write(actor, async (tx) => {
    const drawn = { workspace_id: workspaceId, name, picture: picture.hash, animated: picture.animated };
    const row = { ...drawn, created_by: createdBy, created_at: tx.now };
    const known = await findSame(tx, row);
    if (known) return viewEmoji(known);
    await keepPicture(tx, picture);
    await insertEmoji(tx, row);
    tx.emit(workspaces.EmojiAdded, feedOf.workspace(workspaceId), { emoji: viewEmoji(row) });
    return viewEmoji(row);
  });
};

/** The same emoji, added before; whoever adds another to the workspace meanwhile waits. */
async function findSame(tx: WriteTx, { workspace_id: workspaceId, name, picture }: EmojiRow) {
  await lockWorkspace(tx, workspaceId);
  const present = await listEmojiRows(tx, [workspaceId]);
  const known = present.find((one) => one.name === name);
  if (known && known.picture !== picture) fail(workspaces.EmojiNameTaken);
  if (!known && present.length >= limit) fail(workspaces.EmojiLimitReached, { limit });
  return known;
}
