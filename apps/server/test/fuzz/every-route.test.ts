/** Every route with input that nobody should send: never a fault of ours, never a failure that the contract does not list. */
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { Problem, type RouteDef, sendsJson } from "@althing/contract";
import { type Harbour, openHarbour, startServer, type TestServer } from "@althing/testkit";
import fc from "fast-check";
import { allRoutes, askRaw, inputFor, type Stage, setStage, textOf } from "../routes.ts";
import { allowed, ending } from "./allowed.ts";

let server: TestServer;
let harbour: Harbour;
let stage: Stage;
let token: string;
beforeAll(async () => {
  server = await startServer();
  harbour = await openHarbour(server.url);
  stage = await setStage(harbour, [harbour.ben]);
  token = (await harbour.ben.session.token()) ?? "";
});
afterAll(() => server.dispose());

const runs = Number(process.env.ALTHING_FUZZ_RUNS ?? 12);
const naughty: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    "",
    " ",
    "null",
    "\u0000",
    "\ud800",
    "﷽",
    "Ω≈ç√∫˜µ≤≥÷",
    "../../etc/passwd",
    "' or 1=1 --",
    "<script>alert(1)</script>",
    "$" + "{7*7}",
    "%00",
    "x".repeat(100_000),
    -1,
    0,
    1.5,
    Number.MAX_SAFE_INTEGER + 2,
    null,
    true,
    [],
    {},
    { $ne: null },
    { $gt: "" },
    { __proto__: { admin: true } },
    ["a", ["b", ["c"]]],
    "00000000-0000-0000-0000-000000000000",
    "ffffffff-ffff-ffff-ffff-ffffffffffff",
    "9999-99-99T99:99:99Z",
    "+275760-09-13T00:00:00.000Z",
  ),
  fc.string({ unit: "binary", maxLength: 50 }),
  fc.jsonValue({ maxDepth: 3 }),
);

/** Whether it fits into an address at all: the rest is refused by HTTP itself, before there is a route. */
function canBeAddressed(route: RouteDef, input: Record<string, unknown>): boolean {
  const inPath = route.params.map((name) => textOf(input[name]));
  if (inPath.some((part) => part === "" || part === "." || part === ".." || !part.isWellFormed())) return false;
  const inAddress = sendsJson(route) ? inPath : Object.values(input).map(textOf);
  return inAddress.every((part) => part.length < 2_000 && part.isWellFormed());
}

describe("wrong input", () => {
  for (const route of allRoutes.filter(({ name }) => !ending.has(name))) {
    test(route.name, async () => {
      const given = { ...stage, workspaceId: harbour.workspaceId, accountId: harbour.cem.id, roleName: "none" };
      const right = inputFor(route, given);
      const fields = Object.keys((route.input as unknown as { shape: Record<string, unknown> }).shape);
      const wrong = fc.record({
        field: fc.constantFrom(...fields, "unknownField", "__proto__", "constructor"),
        value: naughty,
      });
      await fc.assert(
        fc.asyncProperty(fc.array(wrong, { minLength: 1, maxLength: 3 }), async (changes) => {
          const input = { ...right };
          for (const { field, value } of changes)
            Object.defineProperty(input, field, { value, enumerable: true, configurable: true, writable: true });
          if (!canBeAddressed(route, input)) return;
          const { status, body } = await askRaw(server.url, route, input, token);
          expect(status).toBeLessThan(500);
          if (status < 400) return;
          expect(Problem.safeParse(body).success).toBe(true);
          expect(allowed(route)).toContain(body.code ?? "");
        }),
        { numRuns: runs },
      );
    }, 60_000);
  }
});

describe("wrong bodies", () => {
  const post = (body: string, headers: Record<string, string>) =>
    fetch(`${server.url}/api/v1/rooms/${stage.roomId}/messages`, {
      method: "POST",
      body,
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json", ...headers },
    });
  const codeOf = async (response: Response) => [response.status, ((await response.json()) as { code: string }).code];

  test("what is not JSON, not an object, too deep, too large or of another type is told so", async () => {
    expect(await codeOf(await post("{", {}))).toEqual([400, "malformed_json"]);
    expect(await codeOf(await post("[]", {}))).toEqual([400, "validation_failed"]);
    expect(await codeOf(await post(`{"body":${"[".repeat(500)}${"]".repeat(500)}}`, {}))).toEqual([
      400,
      "malformed_json",
    ]);
    expect(await codeOf(await post("body=hello", { "content-type": "application/x-www-form-urlencoded" }))).toEqual([
      415,
      "unsupported_media_type",
    ]);
    expect(await codeOf(await post(JSON.stringify({ body: "x".repeat(2_000_000) }), {}))).toEqual([
      413,
      "payload_too_large",
    ]);
    expect(await codeOf(await post(`{"body":"hello","extra":1}`, {}))).toEqual([400, "validation_failed"]);
  });

  test("wrong tokens are refused, and wrong methods named", async () => {
    const ask = (authorization: string) => fetch(`${server.url}/api/v1/users/me`, { headers: { authorization } });
    for (const wrong of ["Bearer x", "Bearer a.b.c", `Bearer ${token}x`, "Basic YTpi", "Bearer "]) {
      expect((await ask(wrong)).status).toBe(401);
    }
    const response = await fetch(`${server.url}/api/v1/users/me`, { method: "DELETE" });
    expect([response.status, response.headers.get("allow")]).toEqual([405, "GET, PATCH"]);
    expect((await fetch(`${server.url}/api/v1/nothing`)).status).toBe(404);
  });
});
