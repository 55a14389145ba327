import { type accounts, messages } from "@althing/contract";
import { z } from "zod";
import { fail } from "../../../kernel/failure.ts";
import { listAccountRefs } from "../../accounts/index.ts";
import { postMessage } from "../../messages/index.ts";
import { requireRoom } from "../../rooms/index.ts";
import { builtInTools } from "./registry.ts";

/** In the assistant's name, with the rights of the person who asked, whose name stands below. By hand it is one's own message. */
export function registerPostMessage(): void {
  builtInTools.register({
    name: "post_message",
    title: "Post a message",
    description: "Says something in a room or thread. The person is shown the exact words first.",
    input: z.strictObject({
      roomId: z.uuid().optional().describe("This conversation's room unless told."),
      threadOf: z.uuid().optional().describe("The id of the message whose thread it goes into."),
      body: z.string().trim().min(1).max(10_000).describe("Markdown."),
    }),
    reads: false,
    perform(platform, { actor, assistantId, callId, ...asking }, { roomId = asking.roomId, threadOf = null, body }) {
      return platform.write(actor, async (tx) => {
        const { workspaceId } = await requireRoom(tx, actor, roomId, messages.MessageSend);
        const assistant = assistantId ? (await listAccountRefs(tx, [assistantId])).get(assistantId) : undefined;
        const words: { author: accounts.AccountRef; body: string } = assistant
          ? { author: assistant, body: `${body}\n\n*For ${plain(actor.account.name)}*` }
          : { author: actor.account, body };
        if (workspaceId !== asking.workspaceId) fail(messages.MessageNotFound);
        // Named after the call, so that one call is one message whatever happens.
        await postMessage(tx, {
          id: callId,
          roomId,
          workspaceId,
          parentId: threadOf,
          ...words,
          ...(assistant && { mayLink: () => false }),
        });
        return `It was posted, as message ${callId}.`;
      });
    },
  });
}

const plain = (name: string): string => name.replaceAll(/[*_`[\]<>@#\\]/g, "");
