import { messages } from "@althing/contract";
import type { ReadAction } from "../../../kernel/binding.ts";
import { accessOf } from "../../../kernel/call.ts";
import { compose, findNamed, parseMessage } from "../composing.ts";
import { requireLength } from "../policy.ts";

/** Renders as sending would, and stores nothing. */
export const previewMessage: ReadAction<typeof messages.previewMessage> = async (tx, call) => {
  const { roomId, body } = call.input;
  requireLength(body);
  const { workspaceId, permissions } = accessOf(call);
  const parsed = parseMessage(body);
  const named = await findNamed(tx, [{ roomId, workspaceId, parsed }]);
  const { html, mentions } = compose(
    parsed,
    named.get(roomId),
    undefined,
    permissions.has(messages.MessageMentionAll.name),
  );
  return { html, mentions: mentions as messages.Mention[] };
};
