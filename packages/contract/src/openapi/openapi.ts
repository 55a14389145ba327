/** The OpenAPI 3.1 document of a contract. The same contract gives the same text, to the letter. */
import { type Modules, routesOf, sortedByKey } from "./catalog.ts";
import { methods, type OpenApiDocument, type PathItem } from "./document.ts";
import { Failures } from "./failures.ts";
import { fixedPaths } from "./fixed-paths.ts";
import { headerComponents } from "./headers.ts";
import { type OperationParts, operationOf } from "./operation.ts";
import { Schemas } from "./schemas.ts";

export type DocumentOptions = {
  version: string;
  /** Where the server is reached, without a slash at the end; the reader's own origin unless told. */
  serverUrl?: string;
};

const description = `The API of an Althing installation.

Every success is \`{ status, message, data }\`; a list has \`page\` beside it, whose cursors continue it. Every failure is a
problem document (RFC 9457) with a stable \`code\`: its \`type\` leads to a page that says what to do. Unknown fields are
refused. Operations that create take an \`Idempotency-Key\`, so a request that may have been lost can be sent again.`;

export function openapi(modules: Modules, { version, serverUrl = "" }: DocumentOptions): OpenApiDocument {
  const schemas = new Schemas();
  const failures = new Failures(schemas, serverUrl);
  const paths = { ...operations({ modules, schemas, failures }), ...fixedPaths(failures, serverUrl) };
  const tags = new Set(Object.values(paths).flatMap(tagsOf));
  return {
    openapi: "3.1.0",
    info: {
      title: "Althing",
      version,
      description,
      license: { name: "AGPL-3.0-or-later", identifier: "AGPL-3.0-or-later" },
    },
    servers: [{ url: `${serverUrl}/api/v1` }],
    tags: [...tags].sort().map((name) => ({ name })),
    paths: sortedByKey(paths),
    components: {
      schemas: schemas.components,
      ...failures.components,
      ...headerComponents,
      securitySchemes: {
        bearer: { type: "http", scheme: "bearer", description: "An access token of 15 minutes, or an API key." },
        ticket: {
          type: "apiKey",
          in: "query",
          name: "ticket",
          description: "From `POST /realtime/ticket`; used once.",
        },
      },
    },
  };
}

const tagsOf = (item: PathItem): string[] => methods.flatMap((method) => item[method]?.tags ?? []);

function operations(parts: OperationParts): Record<string, PathItem> {
  const paths: Record<string, PathItem> = {};
  for (const route of routesOf(parts.modules)) {
    const path = route.path.replace(/:(\w+)/g, "{$1}");
    const method = route.method.toLowerCase() as (typeof methods)[number];
    paths[path] = { ...paths[path], [method]: operationOf(parts, route) };
  }
  return paths;
}
