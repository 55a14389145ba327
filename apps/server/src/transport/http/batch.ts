// Several requests in one. Each is carried out as if it had come alone: its own rights, limits and answer.
import { platform } from "@althing/contract";
import { requireAccount } from "../../kernel/actor.ts";
import { parseInput } from "../../kernel/validation.ts";
import type { Peer } from "../../platform/listener/index.ts";
import { readBody } from "./body.ts";
import { apiBase, type HttpApp } from "./endpoint.ts";
import type { Incoming, OperationParts } from "./operation.ts";

type Part = (typeof platform.batch)["input"]["_zod"]["output"]["requests"][number];

export async function runBatch(
  parts: OperationParts,
  { request, url, requestId }: Incoming,
  peer: Peer<unknown>,
  receive: HttpApp,
): Promise<Response> {
  const authorization = request.headers.get("authorization") ?? "";
  requireAccount(await parts.kernel.authenticate(authorization.replace(/^Bearer /i, "")));
  const { requests } = parseInput(platform.batch, await readBody(request, parts.bodyLimitBytes())) as {
    requests: Part[];
  };
  const data: { status: number; body: unknown }[] = [];
  const headers = new Headers({ authorization, "x-request-id": requestId });
  for (const name of ["user-agent", "x-forwarded-for", "traceparent"]) {
    const value = request.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  for (const part of requests) {
    const response = await receive(asRequest(part, url, headers), peer);
    data.push({ status: response?.status ?? 500, body: await response?.json().catch(() => null) });
  }
  return Response.json({ status: 200, message: "OK", data }, { headers: { "cache-control": "no-store" } });
}

function asRequest(part: Part, url: URL, common: Headers): Request {
  const headers = new Headers(common);
  if (part.idempotencyKey !== undefined) headers.set("idempotency-key", part.idempotencyKey);
  if (part.ifMatch !== undefined) headers.set("if-match", part.ifMatch);
  const { method, body } = part;
  if (body === undefined) return new Request(url.origin + apiBase + part.path, { method, headers });
  headers.set("content-type", "application/json");
  return new Request(url.origin + apiBase + part.path, { method, headers, body: JSON.stringify(body) });
}
