import type { ModelFault } from "./model-fault.ts";

const firstWaitMs = 500;

/** In how many milliseconds to ask again, as the provider wishes or ever later, each at another moment. */
export function retryWaitMs({ retryAfterMs }: ModelFault, attempt: number, random: () => number): number {
  const own = firstWaitMs * 2 ** attempt * (0.5 + random() / 2);
  return Math.max(retryAfterMs ?? 0, own);
}

/** Reads `Retry-After` in its two forms, seconds or a date, and the milliseconds that OpenAI sends beside it. */
export function readRetryAfterMs(headers: Headers, now: Date): number | undefined {
  const exact = Number(headers.get("retry-after-ms") ?? Number.NaN);
  if (exact >= 0) return exact;
  const text = headers.get("retry-after")?.trim() ?? "";
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text) * 1_000;
  const at = Date.parse(text);
  return Number.isNaN(at) ? undefined : Math.max(0, at - now.getTime());
}
