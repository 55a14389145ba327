// How each provider is asked, and what its answer says. What it says is of strangers: it is cut, and nothing of it is believed.
import type { tools } from "@althing/contract";
import { z } from "zod";
import { textOfPage } from "../built-in/page-text.ts";
import type { ShapedRequest } from "../http/request.ts";

export type WebQuestion = { readonly query: string; readonly limit: number };
export type WebPage = { readonly title: string; readonly address: string; readonly text: string };

type Provider = {
  /** Its own address; null where it has none. */
  readonly baseUrl: string | null;
  readonly needsKey: boolean;
  shape(baseUrl: string, asked: WebQuestion): ShapedRequest;
  credentials(key: string): Record<string, string>;
  read(answer: unknown): Promise<WebPage[]>;
};

const text = z.string().catch("");
const listOf = <Item extends z.ZodType>(item: Item) => z.array(item.nullable().catch(null)).catch([]);

const searxng = z.object({ results: listOf(z.object({ title: text, url: z.string(), content: text })) });
const brave = z.object({
  web: z.object({ results: listOf(z.object({ title: text, url: z.string(), description: text })) }).nullish(),
});
const tavily = z.object({ results: listOf(z.object({ title: text, url: z.string(), content: text })) });

/** What Brave takes as a question. */
const longestForBrave = { words: 50, characters: 400 };

export const webSearchProviders: Record<tools.WebSearchKind, Provider> = {
  searxng: {
    baseUrl: null,
    needsKey: false,
    shape: (baseUrl, { query }) => get(`${bare(baseUrl)}/search`, { q: query, format: "json" }),
    credentials: bearer,
    async read(answer) {
      return present(searxng.parse(answer).results).map(({ title, url, content }) => pageOf(title, url, content));
    },
  },
  brave: {
    baseUrl: "https://api.search.brave.com/res/v1",
    needsKey: true,
    shape: (baseUrl, { query, limit }) => {
      const words = query.split(/\s+/).slice(0, longestForBrave.words).join(" ");
      const q = words.slice(0, longestForBrave.characters).toWellFormed();
      return get(`${bare(baseUrl)}/web/search`, { q, count: String(limit) });
    },
    credentials: (key) => ({ "x-subscription-token": key }),
    read: (answer) =>
      Promise.all(
        present(brave.parse(answer).web?.results ?? []).map(async ({ title, url, description }) =>
          pageOf(await withoutMarkup(title), url, await withoutMarkup(description)),
        ),
      ),
  },
  tavily: {
    baseUrl: "https://api.tavily.com",
    needsKey: true,
    shape: (baseUrl, { query, limit }) => ({
      url: new URL(`${bare(baseUrl)}/search`),
      init: {
        method: "POST",
        headers: { accept: "application/json", "content-type": "application/json" },
        body: JSON.stringify({ query, max_results: limit }),
      },
    }),
    credentials: bearer,
    async read(answer) {
      return present(tavily.parse(answer).results).map(({ title, url, content }) => pageOf(title, url, content));
    },
  },
};

const bare = (baseUrl: string): string => baseUrl.replace(/\/+$/, "");

function bearer(key: string): Record<string, string> {
  return { authorization: `Bearer ${key}` };
}

function get(address: string, query: Record<string, string>): ShapedRequest {
  const url = new URL(address);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return { url, init: { method: "GET", headers: { accept: "application/json" } } };
}

const present = <Item>(items: readonly (Item | null)[]): Item[] => items.filter((item) => item !== null) as Item[];

const longest = { title: 200, address: 2_000, text: 1_500 };

const pageOf = (title: string, address: string, words: string): WebPage => ({
  title: oneLine(title).slice(0, longest.title).toWellFormed(),
  address: address.slice(0, longest.address),
  text: oneLine(words).slice(0, longest.text).toWellFormed(),
});

const oneLine = (words: string): string => words.replaceAll(/\s+/g, " ").trim();

/** Brave marks in its snippets what was asked for. */
const withoutMarkup = async (html: string): Promise<string> => (await textOfPage(html)).text;
