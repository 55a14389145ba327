// How a source is reached. What is secret goes in here once and never comes out again.
import { z } from "zod";
import { line, paragraph } from "../kit/text.ts";

const address = z.url({ protocol: /^https?$/, hostname: /./ }).max(2_000);
const headerName = z
  .string()
  .max(100)
  .regex(/^[\w!#$%&'*+.^`|~-]+$/, "must be the name of a header");
const headerValue = z
  .string()
  .min(1)
  .max(4_000)
  .regex(/^[\t\x20-\x7e\x80-\xff]*$/, "must be what a header can hold");

/** An operation of a plain HTTP service, written by hand. */
const Operation = z.strictObject({
  name: z.string().regex(/^[A-Za-z0-9][\w.-]{0,63}$/, "must be letters, digits, `_`, `-` and `.`"),
  title: line(120).optional(),
  description: paragraph(4_000).default(""),
  method: z.enum(["GET", "POST", "PUT", "PATCH", "DELETE"]),
  path: z.string().startsWith("/").max(1_000).meta({ description: "Below the base; `{name}` stands for a parameter." }),
  parameters: z.record(z.string(), z.unknown()).meta({
    description: "A JSON Schema of an object. What is not in the path goes into the query, or into the body.",
  }),
});

export const SourceConnection = z
  .discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("mcp"), url: address }),
    z.strictObject({ kind: z.literal("operator"), name: z.string().max(60) }),
    z.strictObject({
      kind: z.literal("openapi"),
      document: z.record(z.string(), z.unknown()).meta({ description: "An OpenAPI 3 document." }),
      baseUrl: address.optional().meta({ description: "The document's first server unless told." }),
    }),
    z.strictObject({
      kind: z.literal("operations"),
      baseUrl: address,
      operations: z.array(Operation).min(1).max(200),
    }),
  ])
  .meta({ id: "ToolSourceConnection" });
export type SourceConnection = z.output<typeof SourceConnection>;

export const SourceCredential = z
  .discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("none") }),
    z.strictObject({ kind: z.literal("header"), name: headerName.default("Authorization"), value: headerValue }),
    z.strictObject({ kind: z.literal("oauth") }),
  ])
  .meta({ id: "ToolSourceCredential" });
export type SourceCredential = z.output<typeof SourceCredential>;
