import { expect, test } from "bun:test";
import { processorMs } from "@althing/testkit";
import { readOpenApi } from "./openapi.ts";
import { shapeRequest } from "./request.ts";

const operation = (path: string, method: "GET" | "POST" = "GET") =>
  ({ name: "x", title: null, description: "", method, path, parameters: {}, places: {} }) as const;

test("arguments fill what an operation leaves open, and reach nothing else", () => {
  const { url } = shapeRequest("https://api.example.org/v1/", operation("/berths/{berth}"), {
    berth: "a/../b?x=1#",
    on: "now",
  });
  expect(url.href).toBe("https://api.example.org/v1/berths/a%2F..%2Fb%3Fx%3D1%23?on=now");
  for (const berth of ["..", ".", "", undefined]) {
    expect(() => shapeRequest("https://api.example.org", operation("/berths/{berth}"), { berth })).toThrow();
  }
});

test("what is not in the path goes into the query of a GET, and into the body of a POST", () => {
  const given = { ship: "Argo", tags: ["a", "b"] };
  expect(shapeRequest("https://a.example", operation("/x"), given).url.search).toBe("?ship=Argo&tags=a&tags=b");
  const { url, init } = shapeRequest("https://a.example", operation("/x", "POST"), given);
  expect([url.search, init.body, init.headers["content-type"]]).toEqual([
    "",
    JSON.stringify(given),
    "application/json",
  ]);
});

test("of an OpenAPI document come operations whose references are followed within it, and never for ever", () => {
  const document = {
    openapi: "3.0.3",
    servers: [{ url: "https://api.example.org" }],
    paths: {
      "/trees/{id}": {
        put: {
          parameters: [
            { name: "id", in: "path", schema: { type: "string" } },
            { name: "Authorization", in: "header", schema: { type: "string" } },
            { name: "X-Lang", in: "header", schema: { type: "string" } },
          ],
          requestBody: { content: { "application/json": { schema: { $ref: "#/components/schemas/Tree" } } } },
        },
      },
    },
    components: {
      schemas: {
        Tree: {
          type: "object",
          properties: { child: { $ref: "#/components/schemas/Tree" }, far: { $ref: "https://x.example/y" } },
        },
      },
    },
  };
  const { operations, baseUrl, problems } = readOpenApi(document);
  expect([baseUrl, problems]).toEqual(["https://api.example.org", []]);
  const [put] = operations;
  expect([put?.name, put?.method]).toEqual(["put_trees_id", "PUT"]);
  expect(put?.places).toEqual({ "X-Lang": "header", child: "body", far: "body" });
  expect(Object.keys(put?.parameters.properties ?? {})).toEqual(["id", "X-Lang", "child", "far"]);
});

test("a document that refers to itself in many places ends", () => {
  const many = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`p${index}`, { $ref: "#/x" }]));
  const document = {
    openapi: "3.1.0",
    x: { type: "object", properties: many },
    paths: { "/": { post: { requestBody: { content: { "application/json": { schema: { $ref: "#/x" } } } } } } },
  };
  const took = processorMs(() => expect(readOpenApi(document).operations).toHaveLength(1));
  expect(took).toBeLessThan(2_000);
});

test("a document that is none says what is wrong", () => {
  expect(readOpenApi({ swagger: "2.0" }).problems).toEqual([
    "It is not an OpenAPI 3 document.",
    "It describes no operation.",
  ]);
});
