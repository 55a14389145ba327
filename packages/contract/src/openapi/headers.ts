// The headers that many operations share, written once under components.
import type { RouteDef } from "../kit/route.ts";
import type { Parameter, Reference } from "./document.ts";

const text = { type: "string" };

const request = {
  "X-Request-Id": {
    description: "A name for this request, 8 to 100 of letters, digits, dot, dash and underscore; made if absent.",
    schema: { ...text, pattern: "^[A-Za-z0-9._-]{8,100}$" },
  },
  "Idempotency-Key": {
    description: "The same key with the same body gives the first answer again, for 24 hours.",
    schema: { ...text, pattern: "^[\\x21-\\x7e]{1,200}$", examples: ["4b1f8d0e-send-1"] },
  },
  "If-Match": { description: "The `ETag` of the version you change; refused when it is stale.", schema: text },
  "If-None-Match": { description: "The `ETag` you have; `304` while nothing has changed.", schema: text },
};

const response = {
  "X-Request-Id": { description: "The name of this request in every log and trace.", schema: text },
  RateLimit: {
    description: "What remains of the policy, and the seconds until it is full again.",
    schema: { ...text, examples: ['"write";r=599;t=60'] },
  },
  "RateLimit-Policy": {
    description: "The policy: its name, its quota and its window in seconds.",
    schema: { ...text, examples: ['"write";q=600;w=60'] },
  },
  "Retry-After": { description: "Seconds after which the request may succeed.", schema: { type: "integer" } },
  ETag: { description: "Names this version, for `If-None-Match` and `If-Match`.", schema: text },
  "Idempotency-Replayed": { description: "`true` on an answer given before.", schema: text },
};

export const headerComponents = {
  headers: response,
  parameters: Object.fromEntries(
    Object.entries(request).map(([name, header]): [string, Parameter] => [name, { name, in: "header", ...header }]),
  ),
};

export function requestHeaders({ idempotent, ifMatch, etag }: RouteDef): Reference[] {
  const names: (keyof typeof request)[] = ["X-Request-Id"];
  if (idempotent) names.push("Idempotency-Key");
  if (ifMatch) names.push("If-Match");
  if (etag) names.push("If-None-Match");
  return names.map((name) => ({ $ref: `#/components/parameters/${name}` }));
}

export function responseHeaders({ idempotent, ifMatch, etag }: RouteDef): Record<string, Reference> {
  const names: (keyof typeof response)[] = ["RateLimit", "RateLimit-Policy", "X-Request-Id"];
  if (etag || ifMatch) names.push("ETag");
  if (idempotent) names.push("Idempotency-Replayed");
  return Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));
}
