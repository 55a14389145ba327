// Several requests in one. Each is carried out as if it had come alone: its own rights, limits and answer.
import { platform } from "@althing/contract";
import { requireAccount } from "../../kernel/actor.ts";
import { parseInput } from "../../kernel/validation.ts";
import type { Peer } from "../../platform/listener/index.ts";
import { readBody } from "./body.ts";
import { type Answered, apiBase, type HttpApp } from "./endpoint.ts";
import type { Incoming, OperationParts } from "./operation.ts";
import { OutgoingText } from "./outgoing-text.ts";

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
  const answers: string[] = [];
  const headers = new Headers({ authorization, "x-request-id": requestId });
  for (const name of ["user-agent", "x-forwarded-for", "traceparent"]) {
    const value = request.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  for (const part of requests) {
    answers.push(await readAnswer(await receive(asRequest(part, url, headers), peer)));
  }
  const text = new OutgoingText(`{"status":200,"message":"OK","data":[${answers}]}`);
  const { body, encoding } = text.bodyFor(request.headers.get("accept-encoding"));
  const told = new Headers({
    "content-type": "application/json",
    "cache-control": "no-store",
    vary: "Accept-Encoding",
  });
  if (encoding) told.set("content-encoding", encoding);
  return new Response(body, { headers: told });
}

/** As it is written already; what is no JSON, such as a file, is left out. */
async function readAnswer(answer: Answered): Promise<string> {
  const isJson = answer?.headers.get("content-type")?.includes("json");
  return `{"status":${answer?.status ?? 500},"body":${(isJson && (await answer?.text())) || "null"}}`;
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
