/** The HTTP surface: every route of the contract under `/api/v1`, and what operators and readers of the reference need. */
import { errors, type Method, platform } from "@althing/contract";
import { TrieRouter } from "hono/router/trie-router";
import { Failure } from "../../kernel/failure.ts";
import type { Kernel } from "../../kernel/kernel.ts";
import { clientAddress, type Limiter, type Networks } from "../../platform/limits/index.ts";
import type { Peer } from "../../platform/listener/index.ts";
import { type HttpMetrics, type Log, withLogContext } from "../../platform/telemetry/index.ts";
import { runBatch } from "./batch.ts";
import { type Answered, apiBase, type Endpoint, type HttpApp } from "./endpoint.ts";
import { type Incoming, OperationError, type OperationParts, runOperation } from "./operation.ts";
import { failureOf, problemMediaType, problemOf, retryAfterSeconds } from "./problem.ts";
import {
  corsHeaders,
  findTraceId,
  isAllowedOrigin,
  isRequestId,
  preflightHeaders,
  securityHeaders,
} from "./security.ts";
import type { WebApp } from "./web.ts";

export type HttpParts = OperationParts & {
  kernel: Kernel;
  limiter: Limiter;
  log: Log;
  metrics: HttpMetrics;
  corsOrigins: () => readonly string[];
  trustedProxies: () => Networks;
  extras: readonly Endpoint[];
  web: WebApp;
};

const methods: readonly Method[] = ["GET", "POST", "PATCH", "PUT", "DELETE"];

export function createHttpApp(parts: HttpParts): HttpApp {
  // A batch reaches operations only: not the stream, which never ends, nor itself, which would multiply.
  const batched = createReceiver(parts, operations(parts));
  const extras = [...parts.extras, ...parts.web.endpoints];
  return createReceiver(parts, [...operations(parts), batchEndpoint(parts, batched), ...extras]);
}

function createReceiver(parts: HttpParts, endpoints: readonly Endpoint[]): HttpApp {
  const router = new TrieRouter<Endpoint>();
  for (const endpoint of endpoints) router.add(endpoint.method, endpoint.path, endpoint);

  function find(request: Request, path: string): { endpoint: Endpoint; params: Record<string, string> } {
    const { method } = request;
    const [[found] = []] = router.match(method === "HEAD" ? "GET" : method, path);
    if (found) return { endpoint: found[0], params: decoded(found[1] as Record<string, string>) };
    const allowed = methods.filter((one) => router.match(one, path)[0].length > 0);
    if (allowed.length === 0) {
      if (parts.web.isPage(request, path)) return { endpoint: parts.web.page, params: {} };
      throw new Failure(errors.NotFound);
    }
    throw new OperationError(new Failure(errors.MethodNotAllowed, { allowed }), { allow: allowed.join(", ") });
  }

  async function receive(request: Request, peer: Peer<unknown>): Promise<Answered> {
    const startedAt = performance.now();
    const given = request.headers.get("x-request-id") ?? "";
    const requestId = isRequestId(given) ? given : crypto.randomUUID();
    const forwarded = request.headers.get("x-forwarded-for") ?? undefined;
    const incoming: Incoming = {
      request,
      url: new URL(request.url),
      params: {},
      requestId,
      traceId: findTraceId(request.headers.get("traceparent")),
      address: clientAddress(peer.address, forwarded, parts.trustedProxies()),
    };
    const origin = callerOrigin(parts, request);
    return withLogContext({ requestId, traceId: incoming.traceId }, async () => {
      let operation = "none";
      let response: Answered;
      try {
        if (request.method === "OPTIONS" && origin)
          response = new Response(null, { status: 204, headers: preflightHeaders });
        else {
          const { endpoint, params } = find(request, incoming.url.pathname);
          operation = endpoint.name;
          incoming.params = params;
          response = await endpoint.answer(incoming, peer);
          if (!response) return undefined;
        }
      } catch (error) {
        response = failed(parts, error, incoming, operation);
      }
      dress(response, requestId, origin);
      const seconds = (performance.now() - startedAt) / 1_000;
      const { status } = response;
      parts.metrics.answered({ operation, status, seconds });
      parts.log.debug(
        { operation, method: request.method, status, seconds, accountId: incoming.accountId },
        "Answered",
      );
      return response;
    });
  }
  return receive;
}

function operations(parts: OperationParts): Endpoint[] {
  return parts.kernel.dispatcher.routes.map((route) => ({
    name: route.name,
    method: route.method,
    path: apiBase + route.path,
    answer: (incoming) => runOperation(parts, route, incoming),
  }));
}

function batchEndpoint(parts: OperationParts, receive: HttpApp): Endpoint {
  const { name, method, path } = platform.batch;
  return { name, method, path: apiBase + path, answer: (incoming, peer) => runBatch(parts, incoming, peer, receive) };
}

function failed(parts: HttpParts, error: unknown, incoming: Incoming, operation: string): Response {
  const [cause, extra] = error instanceof OperationError ? [error.cause, error.headers] : [error, {}];
  if (cause instanceof OperationError) return failed(parts, cause, incoming, operation);
  if (failureOf(cause).def === errors.Internal)
    parts.log.error({ err: cause, operation }, "A request failed by a fault of ours");
  const problem = problemOf(cause, incoming.requestId, parts.publicUrl());
  const headers = new Headers({ ...extra, "content-type": problemMediaType, "cache-control": "no-store" });
  const wait = retryAfterSeconds(problem);
  if (wait !== undefined) headers.set("retry-after", String(wait));
  if (problem.status === 401) headers.set("www-authenticate", "Bearer");
  return new Response(JSON.stringify(problem), { status: problem.status, headers });
}

/** The page's origin where a browser calls from one that may; undefined where nothing is to be said about it. */
function callerOrigin(parts: HttpParts, request: Request): string | undefined {
  const origin = request.headers.get("origin");
  if (origin === null) return undefined;
  const host = request.headers.get("host");
  return isAllowedOrigin(origin, parts.publicUrl(), host, parts.corsOrigins()) ? origin : undefined;
}

function dress(response: Response, requestId: string, origin: string | undefined): void {
  response.headers.set("x-request-id", requestId);
  for (const [name, value] of securityHeaders) if (!response.headers.has(name)) response.headers.set(name, value);
  if (origin) for (const [name, value] of corsHeaders(origin)) response.headers.append(name, value);
}

function decoded(params: Record<string, string>): Record<string, string> {
  try {
    return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, decodeURIComponent(value)]));
  } catch {
    throw new Failure(errors.NotFound);
  }
}
