// Providers that search the web, as SearXNG, Brave and Tavily answer: three addresses of one server, each with its own words.
import { listen } from "../listen.ts";

export type FoundPage = { readonly title: string; readonly url: string; readonly text: string };

export type HeardSearch = {
  readonly kind: "searxng" | "brave" | "tavily";
  readonly query: string;
  readonly limit: number | null;
  /** The key that it came with, however the provider wants it. */
  readonly key: string | null;
};

export type FakeWebSearch = {
  readonly heard: readonly HeardSearch[];
  addressOf(kind: HeardSearch["kind"]): string;
  find(pages: readonly FoundPage[]): void;
  /** Answers everything with this from now on; undefined answers as it should. */
  answerWith(response: (() => Response | Promise<Response>) | undefined): void;
  stop(): Promise<void>;
};

export async function startWebSearch({ key = "" } = {}): Promise<FakeWebSearch> {
  const heard: HeardSearch[] = [];
  let pages: readonly FoundPage[] = [];
  let special: (() => Response | Promise<Response>) | undefined;
  const hear = (search: HeardSearch, refused: Response, answer: unknown): Response | Promise<Response> => {
    heard.push(search);
    if (special) return special();
    return search.kind !== "searxng" && search.key !== key ? refused : Response.json(answer);
  };
  const bearer = ({ headers }: Request) => headers.get("authorization")?.replace(/^Bearer /, "") ?? null;

  const server = await listen(async (request) => {
    const { pathname, searchParams } = new URL(request.url);
    const query = searchParams.get("q") ?? "";
    switch (`${request.method} ${pathname}`) {
      case "GET /searxng/search": {
        // Without this it answers with a page for people.
        if (searchParams.get("format") !== "json") return new Response("<html>", { status: 403 });
        const results = pages.map(({ title, url, text }) => ({
          title,
          url,
          content: text,
          engine: "fake",
          score: 1,
        }));
        const answer = { query, number_of_results: 0, results, answers: [], infoboxes: [], suggestions: [] };
        return hear({ kind: "searxng", query, limit: null, key: bearer(request) }, new Response(), answer);
      }
      case "GET /brave/web/search": {
        const results = pages.map(({ title, url, text }) => ({
          type: "search_result",
          title,
          url,
          description: text,
        }));
        const limit = Number(searchParams.get("count"));
        const search = { kind: "brave" as const, query, limit, key: request.headers.get("x-subscription-token") };
        const code = { type: "ErrorResponse", error: { code: "SUBSCRIPTION_TOKEN_INVALID", status: 422 } };
        return hear(search, Response.json(code, { status: 422 }), {
          type: "search",
          query: { original: query, more_results_available: false },
          web: { type: "search", results: results.slice(0, limit) },
        });
      }
      case "POST /tavily/search": {
        const asked = (await request.json()) as { query: string; max_results: number };
        const results = pages.map(({ title, url, text }) => ({
          title,
          url,
          content: text,
          score: 0.9,
          raw_content: null,
        }));
        const search = {
          kind: "tavily" as const,
          query: asked.query,
          limit: asked.max_results,
          key: bearer(request),
        };
        const refused = Response.json(
          { detail: { error: "Unauthorized: missing or invalid API key." } },
          { status: 401 },
        );
        const answer = { query: asked.query, images: [], results: results.slice(0, asked.max_results) };
        return hear(search, refused, { ...answer, answer: null, follow_up_questions: null, response_time: 0.1 });
      }
      default:
        return new Response("Not found", { status: 404 });
    }
  });
  return {
    heard,
    addressOf: (kind) => `${server.url}/${kind}`,
    find(found) {
      pages = found;
    },
    answerWith(response) {
      special = response;
    },
    stop: () => server.stop(),
  };
}
