// A reply is a message with a parent: the same verb under the address of the thread.
import type { messages } from "@althing/contract";
import type { BatchAction } from "../../../kernel/binding.ts";
import type { Call } from "../../../kernel/call.ts";
import { sendMessage } from "./send-message.ts";

type Send = typeof sendMessage;
type Context = Parameters<Send["decide"]>[1];
type Plan = ReturnType<Send["decide"]>;
type ReplyCall = Call<typeof messages.replyToMessage>;
type SendCall = Call<typeof messages.sendMessage>;

const sends = new WeakMap<ReplyCall, SendCall>();

/** The same call object each time, since the context is kept by call. */
function asSend(call: ReplyCall): SendCall {
  let send = sends.get(call);
  if (!send) {
    const { messageId, ...input } = call.input;
    send = { ...call, input: { ...input, parentId: messageId } } as unknown as SendCall;
    sends.set(call, send);
  }
  return send;
}

export const replyToMessage: BatchAction<typeof messages.replyToMessage, Context, Plan> = {
  shard: ({ input }) => input.roomId,
  load: (tx, calls) => sendMessage.load(tx, calls.map(asSend)),
  decide: (call, context, now) => sendMessage.decide(asSend(call), context, now),
  store: sendMessage.store,
};
