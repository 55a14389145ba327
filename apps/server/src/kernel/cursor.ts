// Cursors are opaque, signed, and bound to the query they came from.
import { errors, type RouteDef } from "@althing/contract";
import type { Secrets } from "../platform/secrets/index.ts";
import { fail } from "./failure.ts";

const purpose = "cursor";

/** What makes two requests the same query: the route and its input, but for where the page begins and how long it is. */
function queryOf(route: RouteDef, input: Record<string, unknown>): string {
  const { cursor: _, limit: __, before: ___, after: ____, around: _____, ...rest } = input;
  return `${route.name} ${JSON.stringify(rest)}`;
}

export function encodeCursor(
  secrets: Secrets,
  route: RouteDef,
  input: Record<string, unknown>,
  value: unknown,
): string {
  const text = Buffer.from(JSON.stringify(value)).toString("base64url");
  return `${text}.${secrets.sign(purpose, `${queryOf(route, input)} ${text}`).slice(0, 22)}`;
}

function decodeCursor(secrets: Secrets, route: RouteDef, input: Record<string, unknown>, cursor: string): unknown {
  const [text = "", mac = ""] = cursor.split(".");
  const expected = secrets.sign(purpose, `${queryOf(route, input)} ${text}`).slice(0, 22);
  if (mac !== expected || !route.cursor) return fail(errors.InvalidCursor);
  const parsed = route.cursor.safeParse(JSON.parse(Buffer.from(text, "base64url").toString("utf8")));
  return parsed.success ? parsed.data : fail(errors.InvalidCursor);
}

/** A cursor stands in the field of that name, or in the place of the id that a page begins before or after. */
export function findCursor(secrets: Secrets, route: RouteDef, input: unknown): unknown {
  if (!route.cursor) return undefined;
  const fields = input as { cursor?: string; before?: string; after?: string } & Record<string, unknown>;
  const given = fields.cursor ?? [fields.before, fields.after].find((one) => one?.includes("."));
  return given === undefined ? undefined : decodeCursor(secrets, route, fields, given);
}
