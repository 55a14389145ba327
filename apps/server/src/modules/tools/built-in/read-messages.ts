import { messages } from "@althing/contract";
import { z } from "zod";
import { requireReadable } from "./readable.ts";
import { builtInTools } from "./registry.ts";

export function registerReadMessages(): void {
  builtInTools.register({
    name: "read_messages",
    title: "Read messages",
    description: "A page of a room's messages, or a whole thread, the oldest first.",
    input: z.strictObject({
      roomId: z.uuid().optional().describe("This conversation's room unless told."),
      threadOf: z.uuid().optional().describe("The id of the message that began a thread."),
      before: z.uuid().optional().describe("Only messages before this one."),
      limit: z.int().min(1).max(100).default(50),
    }),
    reads: true,
    async perform(platform, asking, { roomId = asking.roomId, threadOf, before, limit }) {
      await requireReadable(platform, asking, roomId);
      if (threadOf === undefined) return render(await asking.call(messages.listMessages, { roomId, before, limit }));
      const thread = await asking.call(messages.getThread, { roomId, messageId: threadOf, limit });
      return render([thread.root, ...thread.replies]);
    },
  });
}

function render(page: readonly messages.Message[]): string {
  const said = page.filter(({ deletedAt, kind }) => deletedAt === null && kind === "message");
  if (said.length === 0) return "There are no messages.";
  return said
    .map(({ id, author, createdAt, parentId, body }) =>
      [`${author.name}, ${createdAt}, message ${id}${parentId ? `, in the thread of ${parentId}` : ""}:`, body].join(
        "\n",
      ),
    )
    .join("\n\n");
}
