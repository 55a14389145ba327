// What is typed of a connection before it is one. Nothing typed is lost when one turns to another way and back.
import type { tools } from "@althing/contract";
import type { Way } from "./ways.ts";

export type ConnectionDraft = {
  way: Way;
  url: string;
  document: string;
  baseUrl: string;
  operations: string;
  operator: string;
};

export const blankDraft = (way: Way): ConnectionDraft => ({
  way,
  url: "",
  document: "",
  baseUrl: "",
  operations: "",
  operator: "",
});

/** Text as JSON of this shape; undefined where it is none. */
export function readJson<Shape extends "list" | "object">(text: string, shape: Shape): Json[Shape] | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const isFit = shape === "list" ? Array.isArray(value) : typeof value === "object" && !Array.isArray(value);
    return isFit && value !== null ? (value as Json[Shape]) : undefined;
  } catch {
    return undefined;
  }
}
type Json = { list: Operations; object: Record<string, unknown> };
type Operations = Extract<tools.SourceConnection, { kind: "operations" }>["operations"];

/** What the server is told; undefined while something is missing or is no JSON. It says itself what else is wrong. */
export function readConnection(draft: ConnectionDraft): tools.SourceConnection | undefined {
  const [url, baseUrl] = [draft.url.trim(), draft.baseUrl.trim()];
  switch (draft.way) {
    case "mcp":
      return url === "" ? undefined : { kind: "mcp", url };
    case "openapi": {
      const document = readJson(draft.document, "object");
      return document && { kind: "openapi", document, ...(baseUrl && { baseUrl }) };
    }
    case "operations": {
      const operations = readJson(draft.operations, "list");
      return operations && baseUrl !== "" ? { kind: "operations", baseUrl, operations } : undefined;
    }
    case "operator":
      return draft.operator === "" ? undefined : { kind: "operator", name: draft.operator };
  }
}

/** One operation that does, to begin from. */
export const exampleOperations = JSON.stringify(
  [
    {
      name: "search",
      title: "Search the web",
      description: "Finds pages by words.",
      method: "GET",
      path: "/search",
      parameters: { type: "object", properties: { q: { type: "string" } }, required: ["q"] },
    },
  ],
  null,
  2,
);
