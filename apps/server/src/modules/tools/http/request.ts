// An operation and its arguments as a request. Arguments can fill what the operation leaves open, and reach nothing else.
import { ToolFault } from "../calls/fault.ts";
import type { Operation } from "../tables.ts";

export type ShapedRequest = { readonly url: URL; readonly init: RequestInit & { headers: Record<string, string> } };

export function shapeRequest(
  baseUrl: string,
  { method, path, places }: Operation,
  given: Record<string, unknown>,
): ShapedRequest {
  const rest = { ...given };
  const filled = path.replaceAll(/\{([^{}]+)\}/g, (_, name: string) => {
    const value = textOf(rest[name]);
    delete rest[name];
    // A step upwards would leave the operation's own place.
    if (value === "" || value === "." || value === "..") {
      throw new ToolFault("bad_arguments", `The argument ${name} cannot stand in an address.`);
    }
    return encodeURIComponent(value);
  });
  const url = new URL(`${baseUrl.replace(/\/+$/, "")}${filled}`);
  const headers: Record<string, string> = { accept: "application/json, text/*;q=0.8" };
  const body: Record<string, unknown> = {};
  let whole: unknown;
  for (const [name, value] of Object.entries(rest)) {
    if (value === undefined) continue;
    const known = Object.hasOwn(places, name) ? places[name] : undefined;
    const place = known ?? (method === "GET" ? "query" : "body");
    if (place === "query")
      for (const one of Array.isArray(value) ? value : [value]) url.searchParams.append(name, textOf(one));
    if (place === "header") headers[name] = textOf(value).replaceAll(/[^\t\x20-\x7e]/g, "");
    if (place === "body") body[name] = value;
    if (place === "whole_body") whole = value;
  }
  const sent = whole ?? (Object.keys(body).length > 0 ? body : undefined);
  if (sent === undefined) return { url, init: { method, headers } };
  return {
    url,
    init: { method, headers: { ...headers, "content-type": "application/json" }, body: JSON.stringify(sent) },
  };
}

const textOf = (value: unknown): string =>
  typeof value === "object" && value !== null ? JSON.stringify(value) : String(value ?? "");
