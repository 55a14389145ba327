// Who is writing, told to the others in the room as a passing sign. Only who may post may be seen typing.
import { feedOf, messages } from "@althing/contract";
import type { Signal } from "../../kernel/module.ts";
import { roomScope } from "../rooms/index.ts";
import { sendsTyping } from "./receipts.ts";

type TypingFrame = { roomId: string; parentId: string | null; typing: boolean };

export const typing: Signal = {
  op: "typing",
  async hear(platform, { actor }, frame) {
    const { roomId, parentId, typing: isTyping } = frame as unknown as TypingFrame;
    const { id, name } = actor.account;
    const isShown = await platform.read(async (tx) => {
      const [access] = await roomScope.resolve(tx, [{ accountId: id, id: roomId }]);
      if (!access?.permissions.has(messages.MessageSend.name) || access.frozen) return false;
      return (await sendsTyping(tx, [id])).has(id);
    });
    if (!isShown) return;
    const payload = { accountId: id, name, parentId: parentId as never, typing: isTyping };
    platform.broadcast(messages.Typing, feedOf.room(roomId), payload, id);
  },
};
