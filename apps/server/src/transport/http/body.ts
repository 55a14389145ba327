import { errors } from "@althing/contract";
import { Failure, fail } from "../../kernel/failure.ts";
import { requireStorable } from "../../kernel/validation.ts";

/** The JSON object of a request's body; an empty body is an empty object. */
export async function readBody(request: Request, limitBytes: number): Promise<Record<string, unknown>> {
  if (Number(request.headers.get("content-length") ?? 0) > limitBytes) fail(errors.PayloadTooLarge, { limitBytes });
  const text = await readText(request, limitBytes);
  if (text === "") return {};
  const mediaType = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase() ?? "";
  if (mediaType !== "application/json" && !mediaType.endsWith("+json")) fail(errors.UnsupportedMediaType);
  const value = parse(text);
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new Failure(errors.ValidationFailed, null, [
      { pointer: "", code: "invalid_type", message: "must be an object" },
    ]);
  }
  requireStorable(value);
  return value as Record<string, unknown>;
}

async function readText(request: Request, limitBytes: number): Promise<string> {
  if (!request.body) return "";
  if (request.headers.has("content-length")) return request.text();
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength;
    if (bytes > limitBytes) fail(errors.PayloadTooLarge, { limitBytes });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return fail(errors.MalformedJson);
  }
}
