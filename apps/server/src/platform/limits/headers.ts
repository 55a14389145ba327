import type { LimitDecision, LimitPolicy } from "./limiter.ts";

/** What draft-ietf-httpapi-ratelimit-headers-10 tells a caller; a policy's name is a plain word, so needs no escaping. */
export function rateLimitHeaders({ name, points, windowSeconds }: LimitPolicy, decision: LimitDecision) {
  return {
    RateLimit: `"${name}";r=${decision.remaining};t=${decision.resetSeconds}`,
    "RateLimit-Policy": `"${name}";q=${points};w=${windowSeconds}`,
  };
}
