// With whom the web is searched: a provider that an admin chooses. Until one is chosen, no tool for it is offered.
import { z } from "zod";
import { defineError } from "../kit/error.ts";
import { limits } from "../kit/limit.ts";
import { defineRoute } from "../kit/route.ts";
import { Timestamp } from "../kit/text.ts";
import { ProviderAddressRefused } from "../models/provider.ts";
import { WorkspaceId } from "../workspaces/roles.ts";
import { ToolManage } from "./source.ts";

export const WebSearchKeyNeeded = defineError("web_search_key_needed", {
  status: 422,
  title: "Enter the provider's key",
  message: "Without a key it does not answer; a key that is kept is sent only to the provider it was entered for.",
});

/** `searxng` is any address that answers as SearXNG does when it is asked for JSON. */
export const WebSearchKind = z.enum(["searxng", "brave", "tavily"]);
export type WebSearchKind = z.output<typeof WebSearchKind>;

export const WebSearch = z
  .object({
    workspaceId: WorkspaceId,
    kind: WebSearchKind,
    baseUrl: z.string().nullable().meta({ description: "Null is the provider's own address." }),
    keyEnding: z.string().nullable().meta({ description: "The end of the key, to tell it from others." }),
    updatedAt: Timestamp,
  })
  .meta({ id: "WebSearch" });
export type WebSearch = z.output<typeof WebSearch>;

const BaseUrl = z
  .url({ protocol: /^https?$/, hostname: /./ })
  .max(500)
  .refine((text) => {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    return url !== undefined && url.username === "" && url.password === "" && url.search === "" && url.hash === "";
  }, "must be without credentials, query and fragment")
  .meta({ examples: ["https://search.example.org"] });

const Key = z
  .string()
  .trim()
  .min(1)
  .max(4_000)
  .regex(/^[\x21-\x7e]+$/, "must be without spaces and line breaks");

export const getWebSearch = defineRoute("tools.get_web_search", {
  http: "GET /workspaces/:workspaceId/web-search",
  summary: "With whom the web is searched; null where nobody was chosen",
  permission: ToolManage,
  input: z.strictObject({ workspaceId: WorkspaceId }),
  output: WebSearch.nullable(),
  limit: limits.read,
});

export const setWebSearch = defineRoute("tools.set_web_search", {
  http: "PUT /workspaces/:workspaceId/web-search",
  summary: "Choose with whom the web is searched",
  description:
    "From then on `althing__web_search` is among the tools; it asks before each search unless a policy allows it.",
  permission: ToolManage,
  input: z
    .strictObject({
      workspaceId: WorkspaceId,
      kind: WebSearchKind,
      baseUrl: BaseUrl.nullable().default(null),
      key: Key.nullable().optional().meta({ description: "Left out, the one that is kept stays; null takes it away." }),
    })
    .refine(({ kind, baseUrl }) => kind !== "searxng" || baseUrl !== null, {
      path: ["baseUrl"],
      message: "is needed: it is a service of your own choice",
    }),
  output: WebSearch,
  errors: [ProviderAddressRefused, WebSearchKeyNeeded],
  limit: limits.write,
  example: { kind: "searxng", baseUrl: "https://search.example.org" },
});

export const removeWebSearch = defineRoute("tools.remove_web_search", {
  http: "DELETE /workspaces/:workspaceId/web-search",
  summary: "Search the web no longer; the key is deleted for good",
  permission: ToolManage,
  input: z.strictObject({ workspaceId: WorkspaceId }),
  output: z.null(),
  limit: limits.write,
});
