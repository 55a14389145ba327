// One request and its answer, and when it may be sent again.
import type { Problem, RouteDef } from "@althing/contract";
import { backoffMs } from "./backoff.ts";
import { type Clock, delay } from "./clock.ts";
import { AlthingError, mayPassLater, NetworkError } from "./errors.ts";

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export type Envelope = { status: number; data: unknown; page?: { next: string | null; previous: string | null } };
export type Received = Envelope & { etag: string | null; replayed: boolean };

const usualMs = 30_000;
/** A body of bytes takes its time on a slow line. */
export const bytesMs = 300_000;
const retries = 3;
const longestWaitMs = 30_000;

/** Sends once. Throws an `AlthingError` when refused, a `NetworkError` without an answer, or the signal's reason. */
export async function exchange(
  fetch: Fetch,
  url: string,
  init: RequestInit,
  signal?: AbortSignal,
  timeoutMs = usualMs,
): Promise<Received> {
  const timeout = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(url, { ...init, signal: signal ? AbortSignal.any([signal, timeout]) : timeout });
    const body: unknown = await response.json().catch(() => undefined);
    if (!response.ok) throw refusal(response, body);
    if (!isEnvelope(body)) throw new NetworkError("The answer is not from an Althing server.", { status: 502 });
    return {
      ...body,
      etag: response.headers.get("etag"),
      replayed: response.headers.get("idempotency-replayed") === "true",
    };
  } catch (error) {
    if (signal?.aborted) throw signal.reason;
    if (error instanceof AlthingError || error instanceof NetworkError) throw error;
    throw new NetworkError("The server cannot be reached.", { cause: error });
  }
}

/** A request that may be repeated without doing anything twice. */
export const isRepeatable = (route: RouteDef): boolean =>
  route.idempotent ||
  route.method === "GET" ||
  route.method === "DELETE" ||
  // Of bytes that did not all arrive some are kept: they go on from there, and not again.
  (route.method === "PUT" && route.body === "json");

/** Tries up to four times while the failure may pass, waiting as long as the server says, or longer each time. */
export async function persist<T>(
  attemptOnce: () => Promise<T>,
  parts: { clock: Clock; random: () => number; signal?: AbortSignal | undefined },
): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await attemptOnce();
    } catch (error) {
      const waitMs = (error as Partial<AlthingError>).retryAfterMs ?? backoffMs(attempt, parts.random);
      if (attempt === retries || waitMs > longestWaitMs || !mayPassLater(error)) throw error;
      await delay(parts.clock, waitMs, parts.signal);
    }
  }
}

function refusal(response: Response, body: unknown): AlthingError | NetworkError {
  const retryAfterMs = readRetryAfter(response.headers.get("retry-after"));
  if (isProblemDocument(body)) return new AlthingError(body, retryAfterMs);
  return new NetworkError(`Something between us and the server answered ${response.status}.`, {
    status: response.status,
    retryAfterMs,
  });
}

function readRetryAfter(header: string | null): number | undefined {
  if (header === null) return undefined;
  const seconds = Number(header);
  const ms = Number.isNaN(seconds) ? Date.parse(header) - Date.now() : seconds * 1_000;
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}

/** What carries a code is ours; the server holds its other members to the contract. */
const isProblemDocument = (body: unknown): body is Problem =>
  typeof body === "object" && body !== null && "code" in body && typeof body.code === "string" && "errors" in body;

/** One answer of a batch. Throws as `exchange` does. */
export function readPart({ body }: { body: unknown }): Envelope {
  if (isProblemDocument(body)) throw new AlthingError(body);
  if (!isEnvelope(body)) throw new NetworkError("The answer is not from an Althing server.", { status: 502 });
  return body;
}

const isEnvelope = (body: unknown): body is Envelope =>
  typeof body === "object" && body !== null && "status" in body && "data" in body;
