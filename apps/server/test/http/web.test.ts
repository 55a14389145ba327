// How the web app is served: a build of three files in a folder, and what browsers and strangers get of it.
import { afterAll, beforeAll, expect, test } from "bun:test";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from "node:zlib";
import { startServer, type TestServer } from "@althing/testkit";
import { type Caller, callerOf } from "./caller.ts";

const folder = mkdtempSync(join(tmpdir(), "althing-web-"));
const dist = join(folder, "dist");
const script = `document.title = "Althing";${" ".repeat(2_000)}`;
const page = '<!doctype html><title>Althing</title><script type="module" src="/assets/main-B2x.js"></script>';
let server: TestServer;
let browser: Caller;

beforeAll(async () => {
  mkdirSync(join(dist, "assets"), { recursive: true });
  writeFileSync(join(folder, "secret.txt"), "nobody's");
  writeFileSync(join(dist, ".stamp"), "nobody's");
  writeFileSync(join(dist, "index.html"), page);
  writeFileSync(join(dist, "icon.svg"), "<svg/>");
  const main = join(dist, "assets/main-B2x.js");
  writeFileSync(main, script);
  writeFileSync(`${main}.br`, brotliCompressSync(script));
  writeFileSync(`${main}.gz`, gzipSync(script));
  server = await startServer({ settings: { ALTHING_WEB_DIR: dist } });
  browser = callerOf(server.url);
});
afterAll(async () => {
  await server.dispose();
  rmSync(folder, { recursive: true });
});

const visit = (path: string) => browser(path, { headers: { accept: "text/html,application/xhtml+xml,*/*;q=0.8" } });
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

/** Sends a path as it stands, which `fetch` would tidy up first. */
function askPlainly(path: string): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>();
  let heard = "";
  const socket = connect(server.port, "127.0.0.1", () => {
    socket.write(`GET ${path} HTTP/1.1\r\nhost: localhost\r\naccept: */*\r\nconnection: close\r\n\r\n`);
  });
  socket.on("data", (chunk) => {
    heard += chunk;
  });
  socket.on("close", () => resolve(heard));
  return promise;
}

test("every address of the app shows its page, which is asked for anew each time", async () => {
  for (const path of ["/", "/harbour", "/harbour/rooms/pier?at=5", "/settings/profile", "/apiary"]) {
    const { status, headers, bytes } = await visit(path);
    expect([path, status, text(bytes)]).toEqual([path, 200, page]);
    expect(headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(headers.get("cache-control")).toBe("no-cache");
  }
});

test("who has the page is told that it still holds", async () => {
  const etag = (await visit("/")).headers.get("etag") ?? "";
  const again = await browser("/harbour", { headers: { accept: "text/html", "if-none-match": etag } });
  expect([again.status, again.bytes.length]).toEqual([304, 0]);
});

test("files are kept for good, since their names tell their contents", async () => {
  const { headers } = await browser("/assets/main-B2x.js");
  expect(headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
  expect(headers.get("content-type")).toBe("text/javascript; charset=utf-8");
  const icon = await browser("/icon.svg");
  expect(icon.headers.get("content-type")).toStartWith("image/svg+xml");
  expect(icon.headers.get("cache-control")).toBe("no-cache");
});

test("each reader gets the encoding that it likes", async () => {
  const get = (accepted: string) => browser("/assets/main-B2x.js", { headers: { "accept-encoding": accepted } });
  const [best, older, plain, refused] = await Promise.all(["gzip, deflate, br", "gzip", "identity", "br;q=0"].map(get));
  expect(best?.headers.get("content-encoding")).toBe("br");
  expect(text(brotliDecompressSync(best?.bytes ?? ""))).toBe(script);
  expect(older?.headers.get("content-encoding")).toBe("gzip");
  expect(text(gunzipSync(older?.bytes ?? ""))).toBe(script);
  for (const answer of [plain, refused]) {
    expect(answer?.headers.has("content-encoding")).toBe(false);
    expect(text(answer?.bytes ?? new Uint8Array())).toBe(script);
  }
  for (const answer of [best, older, plain]) expect(answer?.headers.get("vary")).toContain("Accept-Encoding");
});

test("the page runs files of ours only, and stands in nobody's frame", async () => {
  const { headers } = await visit("/");
  const policy = headers.get("content-security-policy") ?? "";
  expect(policy).toStartWith("default-src 'none'; script-src 'self'; style-src 'self';");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).toContain("base-uri 'none'");
  expect(policy).not.toContain("unsafe");
  expect(policy).not.toContain("http");
  expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
  expect(headers.get("permissions-policy")).toContain("camera=()");
});

test("what is not there is a failure, and never the page", async () => {
  for (const path of ["/assets/main-old.js", "/assets/", "/favicon.ico", "/api/v1/nothing", "/docs/nothing/at/all"]) {
    const { status, headers } = await visit(path);
    expect([path, status, headers.get("content-type")]).toEqual([path, 404, "application/problem+json"]);
  }
  expect((await browser("/harbour", { headers: { accept: "application/json" } })).status).toBe(404);
  expect((await browser("/harbour", { method: "POST", headers: { accept: "text/html" } })).status).toBe(404);
});

test("no address leads out of the build, or to what the build keeps for itself", async () => {
  for (const path of [
    "/../secret.txt",
    "/assets/../../secret.txt",
    "/assets/..%2f..%2fsecret.txt",
    "/assets/%2e%2e/%2e%2e/secret.txt",
    "/assets/..\\..\\secret.txt",
    `/${dist}/index.html`,
    "/.stamp",
    "/assets/main-B2x.js.br",
  ]) {
    const answer = await askPlainly(path);
    expect([path, answer.split("\r\n")[0]]).toEqual([path, expect.stringMatching(/ 40[04] /)]);
    expect(answer).not.toContain("nobody's");
  }
});

test("without a build the page says how to make one", async () => {
  const bare = await startServer({ settings: { ALTHING_WEB_DIR: join(folder, "nothing") } });
  const { status, bytes } = await callerOf(bare.url)("/", { headers: { accept: "text/html" } });
  expect([status, text(bytes)]).toEqual([503, expect.stringContaining("npm start")]);
  expect((await callerOf(bare.url)("/health/live")).status).toBe(200);
  await bare.dispose();
});
