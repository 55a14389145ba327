// The shape of an OpenAPI document, as far as ours goes.
import type { JsonSchema } from "./schemas.ts";

export type Reference = { $ref: string };

export type Parameter = {
  name: string;
  in: "path" | "query" | "header";
  required?: boolean;
  description?: string;
  style?: "form";
  explode?: boolean;
  schema: JsonSchema;
};

export type Content = Record<
  string,
  { schema: JsonSchema; example?: unknown; examples?: Readonly<Record<string, Reference>> }
>;

export type Answer = { description: string; headers?: Readonly<Record<string, Reference>>; content?: Content };

export type Operation = {
  operationId: string;
  summary?: string;
  description?: string;
  tags?: string[];
  security?: Record<string, string[]>[];
  parameters?: (Parameter | Reference)[];
  requestBody?: { required?: boolean; content: Content };
  responses: Record<string, Answer | Reference>;
  [extension: `x-${string}`]: unknown;
};

export const methods = ["get", "post", "put", "patch", "delete"] as const;

export type PathItem = { servers?: { url: string }[] } & { [Method in (typeof methods)[number]]?: Operation };

export type OpenApiDocument = {
  openapi: "3.1.0";
  info: { title: string; version: string; description?: string; license?: { name: string; identifier: string } };
  servers?: { url: string }[];
  tags?: { name: string }[];
  paths: Record<string, PathItem>;
  components: {
    schemas?: Record<string, JsonSchema>;
    parameters?: Record<string, Parameter>;
    responses?: Record<string, Answer>;
    [kind: string]: unknown;
  };
};

export type PlacedOperation = { path: string; method: (typeof methods)[number]; item: PathItem; operation: Operation };

export const operationsOf = ({ paths }: OpenApiDocument): PlacedOperation[] =>
  Object.entries(paths).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const operation = item[method];
      return operation ? [{ path, method, item, operation }] : [];
    }),
  );
