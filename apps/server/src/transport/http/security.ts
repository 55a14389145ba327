// Who may call from a browser, and what a browser may do with an answer.

/** Headers of every answer. Pages set a policy of their own. */
export const securityHeaders: readonly (readonly [string, string])[] = [
  ["content-security-policy", "default-src 'none'; frame-ancestors 'none'"],
  ["x-content-type-options", "nosniff"],
  ["referrer-policy", "no-referrer"],
  // What is shared by a link is for those who have it, and nothing else is for search engines either.
  ["x-robots-tag", "noindex"],
  ["cross-origin-resource-policy", "same-origin"],
  ["permissions-policy", "camera=(), microphone=(self), geolocation=()"],
];

/** Whether a page of this origin may call us: our own pages, and those on the list. */
export function isAllowedOrigin(
  origin: string,
  publicUrl: string,
  host: string | null,
  allowed: readonly string[],
): boolean {
  if (origin === new URL(publicUrl).origin || allowed.includes(origin)) return true;
  // A page served by this very address, whatever name it was reached by.
  return host !== null && URL.canParse(origin) && new URL(origin).host === host;
}

export function corsHeaders(origin: string): readonly (readonly [string, string])[] {
  return [
    ["access-control-allow-origin", origin],
    ["access-control-allow-credentials", "true"],
    [
      "access-control-expose-headers",
      "ETag, RateLimit, RateLimit-Policy, Retry-After, X-Request-Id, Idempotency-Replayed",
    ],
    ["vary", "Origin"],
  ];
}

export const preflightHeaders: Readonly<Record<string, string>> = {
  "access-control-allow-methods": "GET, POST, PATCH, PUT, DELETE",
  "access-control-allow-headers": "Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match, X-Request-Id",
  "access-control-max-age": "600",
};

/** The trace id of a W3C `traceparent`; undefined where the header is not well formed. */
export function findTraceId(traceparent: string | null): string | undefined {
  const traceId = /^(?!ff)[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}/.exec(traceparent ?? "")?.[1];
  return traceId === "0".repeat(32) ? undefined : traceId;
}

export const isRequestId = (text: string): boolean => /^[A-Za-z0-9._-]{8,100}$/.test(text);
