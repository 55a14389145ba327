// One contract route as an HTTP operation: who asks, how often, and what of the request is input.
import { errors, type LimitDef, type RouteDef, sendsJson } from "@althing/contract";
import { type Actor, anonymous } from "../../kernel/actor.ts";
import { type RequestFacts, refreshCookieName } from "../../kernel/call.ts";
import { Failure } from "../../kernel/failure.ts";
import type { Kernel } from "../../kernel/kernel.ts";
import { requireStorable } from "../../kernel/validation.ts";
import { type Limiter, networkKey, rateLimitHeaders } from "../../platform/limits/index.ts";
import { readBody } from "./body.ts";
import { readCookie } from "./cookies.ts";
import { takeNarrowing } from "./narrow.ts";
import { respond } from "./respond.ts";

export type OperationParts = {
  kernel: Kernel;
  limiter: Limiter;
  bodyLimitBytes: () => number;
  publicUrl: () => string;
};

/** A request as far as every operation needs it. */
export type Incoming = {
  request: Request;
  url: URL;
  params: Record<string, string>;
  requestId: string;
  traceId?: string | undefined;
  address: string;
  /** Filled in once known, for the log. */
  accountId?: string;
};

export async function runOperation(parts: OperationParts, route: RouteDef, incoming: Incoming): Promise<Response> {
  const headers: Record<string, string> = {};
  try {
    const actor = await actorOf(parts, incoming);
    Object.assign(headers, await requireWithinLimit(parts.limiter, route.limit, actor, incoming.address));
    const query = Object.fromEntries(incoming.url.searchParams);
    const { fields, include } = takeNarrowing(route, query);
    const input = await inputOf(parts, route, incoming, query);
    const reply = await parts.kernel.dispatcher.dispatch({
      route,
      input,
      actor,
      request: facts(incoming, route, include),
    });
    return respond({ route, request: incoming.request, reply, fields, headers, publicUrl: parts.publicUrl() });
  } catch (error) {
    // What was counted is told with the failure too.
    throw new OperationError(error, headers);
  }
}

/** A failure together with the headers that its answer must bear. */
export class OperationError extends Error {
  constructor(
    override readonly cause: unknown,
    readonly headers: Readonly<Record<string, string>>,
  ) {
    super("The operation failed", { cause });
  }
}

async function actorOf({ kernel }: OperationParts, incoming: Incoming): Promise<Actor> {
  const token = /^Bearer (\S+)$/i.exec(incoming.request.headers.get("authorization") ?? "")?.[1];
  if (token === undefined) return anonymous;
  const actor = await kernel.authenticate(token);
  incoming.accountId = actor.account.id;
  return actor;
}

async function requireWithinLimit(limiter: Limiter, limit: LimitDef, actor: Actor, address: string) {
  const key = limit.by === "account" && actor.kind === "account" ? actor.account.id : networkKey(address);
  const decision = await limiter.consume(limit, key);
  const headers = rateLimitHeaders(limit, decision);
  if (decision.allowed) return headers;
  throw new OperationError(new Failure(errors.RateLimited, { retryAfterSeconds: decision.resetSeconds }), headers);
}

async function inputOf(
  parts: OperationParts,
  route: RouteDef,
  { request, params }: Incoming,
  query: Record<string, string>,
): Promise<Record<string, unknown>> {
  const withBody = sendsJson(route);
  const given = withBody ? await readBody(request, route.maxBodyBytes ?? parts.bodyLimitBytes()) : query;
  if (!withBody || Object.keys(params).length > 0) requireStorable(withBody ? params : { ...query, ...params });
  const twice = route.params.find((name) => name in given);
  if (twice !== undefined) {
    const message = "This field is named in the path and may not be sent again.";
    throw new Failure(errors.ValidationFailed, null, [{ pointer: `/${twice}`, code: "unknown_field", message }]);
  }
  return { ...given, ...params };
}

function facts(
  { request, requestId, traceId, address }: Incoming,
  route: RouteDef,
  include: ReadonlySet<string>,
): RequestFacts {
  return {
    requestId,
    traceId,
    address,
    userAgent: (request.headers.get("user-agent") ?? "").slice(0, 300),
    idempotencyKey: request.headers.get("idempotency-key") ?? undefined,
    ifMatch: request.headers.get("if-match") ?? undefined,
    include,
    bytes: route.body === "bytes" ? (request.body ?? new Blob().stream()) : undefined,
    refreshCookie: readCookie(request.headers.get("cookie"), refreshCookieName),
  };
}
