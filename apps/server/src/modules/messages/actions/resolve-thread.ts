import { feedOf, messages } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import type { WriteAction } from "../../../kernel/binding.ts";
import { lockMessage, requireRoot, viewForAll, viewOne } from "../finding.ts";
import { updateMessage } from "../store/messages.ts";

function settling(isSettled: boolean): WriteAction<typeof messages.resolveThread | typeof messages.reopenThread> {
  return async (tx, { input, actor }) => {
    const { account } = requireAccount(actor);
    const root = await lockMessage(tx, input.roomId, input.messageId);
    requireRoot(root);
    if ((root.resolved_at !== null) === isSettled) return viewOne(tx, account.id, root);
    const changed = await updateMessage(tx, root, {
      resolved_at: isSettled ? tx.now : null,
      version: root.version + 1,
    });
    tx.emit(messages.MessageEdited, feedOf.room(input.roomId), { message: await viewForAll(tx, changed) });
    return viewOne(tx, account.id, changed);
  };
}

export const resolveThread: WriteAction<typeof messages.resolveThread> = settling(true);
export const reopenThread: WriteAction<typeof messages.reopenThread> = settling(false);
