import { z } from "zod";
import { findPassages } from "../../knowledge/index.ts";
import { readableRooms } from "./readable.ts";
import { builtInTools } from "./registry.ts";

const mostPassages = 20;

export function registerSearch(): void {
  builtInTools.register({
    name: "search",
    title: "Search messages",
    description:
      "Finds what was said in the workspace that bears on a question: passages word for word, the best first.",
    input: z.strictObject({
      query: z.string().trim().min(1).max(1_000).describe("What to look for, in words that may stand in the messages."),
      limit: z.int().min(1).max(mostPassages).default(8),
    }),
    reads: true,
    async perform(platform, asking, { query, limit }) {
      const roomIds = await readableRooms(platform, asking);
      const { workspaceId } = asking;
      const passages = await platform.read((tx) => findPassages(tx, { workspaceId, roomIds, question: query, limit }));
      if (passages.length === 0) return "Nothing was found.";
      return passages
        .map(({ author, at, roomId, messageId, text }) =>
          [`${author.name}, ${at.toISOString()}, room ${roomId}, message ${messageId}:`, text].join("\n"),
        )
        .join("\n\n");
    },
  });
}
