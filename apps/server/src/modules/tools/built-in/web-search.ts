import { z } from "zod";
import { ToolFault } from "../calls/fault.ts";
import { findWebSearchRow } from "../store/web-searches.ts";
import { searchWeb } from "../web-search/search-web.ts";
import { builtInTools } from "./registry.ts";

const mostPages = 20;

/** As fetching a page it tells a stranger what is asked for, and so asks; and it is there only where an admin chose with whom. */
export function registerWebSearch(): void {
  builtInTools.register({
    name: "web_search",
    title: "Search the web",
    description: "Pages of the public web that bear on a question: titles, addresses and what they say of it.",
    input: z.strictObject({
      query: z.string().trim().min(1).max(400).describe("What to look for. It is sent to a provider outside."),
      limit: z.int().min(1).max(mostPages).default(8),
    }),
    reads: false,
    isOffered: async (tx, workspaceId) => (await findWebSearchRow(tx, workspaceId)) !== undefined,
    async perform(platform, { workspaceId, signal }, { query, limit }) {
      const row = await platform.read((tx) => findWebSearchRow(tx, workspaceId));
      if (!row) throw new ToolFault("no_such_tool", "Nobody is chosen any more to search the web with.");
      const pages = await searchWeb(platform, row, { query, limit }, signal);
      if (pages.length === 0) return "Nothing was found.";
      return pages.map(({ title, address, text }) => [title || address, address, text].join("\n")).join("\n\n");
    },
  });
}
