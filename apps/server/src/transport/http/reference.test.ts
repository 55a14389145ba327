import { describe, expect, test } from "bun:test";
import { contract } from "@althing/contract";
import { errorsOf } from "@althing/contract/openapi";
import { TrieRouter } from "hono/router/trie-router";
import { Failure } from "../../kernel/failure.ts";
import type { Endpoint } from "./endpoint.ts";
import { referenceEndpoints } from "./reference.ts";

const router = new TrieRouter<Endpoint>();
for (const endpoint of referenceEndpoints()) router.add(endpoint.method, endpoint.path, endpoint);

async function get(path: string, headers: Record<string, string> = {}): Promise<Response> {
  const url = new URL(path, "http://localhost:3000");
  const [[found] = []] = router.match("GET", url.pathname);
  if (!found) throw new Error(`Nothing answers at ${path}`);
  const [endpoint, params] = found as [Endpoint, Record<string, string>];
  const incoming = { request: new Request(url, { headers }), url, params, requestId: "a-test-request", address: "::1" };
  return (await endpoint.answer(incoming, {} as Parameters<Endpoint["answer"]>[1])) as Response;
}

describe("the documents", () => {
  test.each([
    ["/api/v1/openapi.json", "openapi", "3.1.0"],
    ["/api/v1/asyncapi.json", "asyncapi", "3.0.0"],
  ])("%s is served whole", async (path, field, value) => {
    const response = await get(path);
    expect(response.headers.get("content-type")).toBe("application/json");
    expect(((await response.json()) as Record<string, unknown>)[field]).toBe(value);
  });

  test("whoever has the document is told that nothing changed", async () => {
    const etag = (await get("/api/v1/openapi.json")).headers.get("etag") ?? "";
    const response = await get("/api/v1/openapi.json", { "if-none-match": etag });
    expect(response.status).toBe(304);
  });

  test("once made, the document takes less than five milliseconds", async () => {
    const accepting = { "accept-encoding": "br, gzip" };
    await get("/api/v1/openapi.json", accepting);
    const times: number[] = [];
    while (times.length < 10) {
      const startedAt = performance.now();
      const response = await get("/api/v1/openapi.json", accepting);
      times.push(performance.now() - startedAt);
      expect(response.headers.get("content-encoding")).toBe("br");
    }
    // The shortest: the others may have waited for whoever else uses the machine.
    expect(Math.min(...times)).toBeLessThan(5);
  });
});

describe("the pages", () => {
  test("the interactive reference loads only files of ours, and they are there", async () => {
    const response = await get("/docs");
    expect(response.headers.get("content-security-policy")).toContain("script-src 'self'");
    const page = await response.text();
    expect(page).not.toMatch(/<script(?![^>]* src=)|style="/);
    const files = [...page.matchAll(/(?:src|href)="(\/docs\/assets\/[^"]+)"/g)].map((match) => match[1] ?? "");
    expect(files.length).toBe(4);
    for (const file of files) expect((await get(file)).headers.get("cache-control")).toContain("immutable");
  });

  test("a file outside of the list is not there", () => {
    expect(get("/docs/assets/package.json")).rejects.toBeInstanceOf(Failure);
  });

  test("every failure has a page, in HTML and in JSON", async () => {
    for (const { code, title } of errorsOf(contract)) {
      const path = `/docs/errors/${code.replaceAll("_", "-")}`;
      expect(await (await get(path)).text()).toContain(Bun.escapeHTML(title).replaceAll("&#x27;", "'"));
      const { data } = (await (await get(path, { accept: "application/json" })).json()) as { data: { code: string } };
      expect(data.code).toBe(code);
    }
  }, 60_000);

  test("a failure's page names the operations that give it", async () => {
    const page = await (await get("/docs/errors/pin-limit-reached")).text();
    expect(page).toContain("/docs#/messages/messages.pin");
    expect(page).not.toContain("messages.unpin");
  });

  test("an unknown failure has none", () => {
    expect(get("/docs/errors/nonsense")).rejects.toBeInstanceOf(Failure);
  });
});
