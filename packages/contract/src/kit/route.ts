import { z } from "zod";
import type { ErrorDef } from "./error.ts";
import type { LimitDef } from "./limit.ts";
import type { PermissionDef } from "./permission.ts";

export type Method = "GET" | "POST" | "PATCH" | "PUT" | "DELETE";

/** The object a route acts on, found by the input field of the same name: `roomId`, `workspaceId`, `messageId`. */
export type RouteObject = "workspace" | "room" | "message";

/** One operation: its address, who may ask, what goes in and comes out, and every failure it may give. */
export type RouteDef<
  Name extends string = string,
  Input extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
  Cursor extends z.ZodType = z.ZodType,
> = {
  readonly kind: "route";
  readonly name: Name;
  readonly method: Method;
  /** Below `/api/v1`, with `:name` for parameters, which are fields of the input. */
  readonly path: string;
  readonly params: readonly string[];
  readonly summary: string;
  readonly description: string | undefined;
  /**
   * `public` asks for nobody, `account` for anyone signed in, `permission` for a right over the object, `owner` for who
   * owns the installation.
   */
  readonly access: "public" | "account" | "permission" | "owner";
  readonly permission: PermissionDef | undefined;
  readonly object: RouteObject | undefined;
  readonly input: Input;
  /** What a body holds: the input as JSON, or bytes as they are; then the input is in the address. */
  readonly body: "json" | "bytes";
  readonly output: Output;
  readonly status: number;
  readonly errors: readonly ErrorDef[];
  readonly limit: LimitDef;
  /** Takes an `Idempotency-Key`: every POST that creates. */
  readonly idempotent: boolean;
  /** A GET that answers `304` to a matching `If-None-Match`. */
  readonly etag: boolean;
  /** An update that answers `412` when `If-Match` is stale. */
  readonly ifMatch: boolean;
  /** What a page's cursor holds; present on lists that are paged. */
  readonly cursor: Cursor | undefined;
  /** Related objects that `include=` may add to the data. */
  readonly include: readonly string[];
  /** The largest body, where it differs from the installation's limit. */
  readonly maxBodyBytes: number | undefined;
  /** An input that works, for the reference and its tests. */
  readonly example: unknown;
};

type RouteParts<Input extends z.ZodType, Output extends z.ZodType, Cursor extends z.ZodType> = {
  http: `${Method} /${string}`;
  summary: string;
  description?: string;
  public?: true;
  owner?: true;
  permission?: PermissionDef;
  object?: RouteObject;
  input: Input;
  body?: "bytes";
  output: Output;
  status?: 200 | 201 | 202;
  errors?: readonly ErrorDef[];
  limit: LimitDef;
  idempotent?: true;
  etag?: true;
  ifMatch?: true;
  cursor?: Cursor;
  include?: readonly string[];
  maxBodyBytes?: number;
  example?: unknown;
};

export const defineRoute = <
  const Name extends string,
  Input extends z.ZodType,
  Output extends z.ZodType,
  Cursor extends z.ZodType = z.ZodNever,
>(
  name: Name,
  parts: RouteParts<Input, Output, Cursor>,
): RouteDef<Name, Input, Output, Cursor> => {
  const [method, path] = parts.http.split(" ") as [Method, string];
  return {
    kind: "route",
    name,
    method,
    path,
    params: [...path.matchAll(/:(\w+)/g)].map((match) => match[1] ?? ""),
    summary: parts.summary,
    description: parts.description,
    access: accessOf(parts),
    permission: parts.permission,
    object: parts.object ?? parts.permission?.on,
    input: parts.input,
    body: parts.body ?? "json",
    output: parts.output,
    status: parts.status ?? 200,
    errors: parts.errors ?? [],
    limit: parts.limit,
    idempotent: parts.idempotent ?? false,
    etag: parts.etag ?? false,
    ifMatch: parts.ifMatch ?? false,
    cursor: parts.cursor,
    include: parts.include ?? [],
    maxBodyBytes: parts.maxBodyBytes,
    example: parts.example,
  };
};

function accessOf(parts: { public?: true; owner?: true; permission?: PermissionDef }): RouteDef["access"] {
  if (parts.public) return "public";
  if (parts.owner) return "owner";
  return parts.permission ? "permission" : "account";
}

/** What a handler of the route is given. */
export type InputOf<R extends RouteDef> = z.output<R["input"]>;
/** What a caller of the route may send. */
export type RequestOf<R extends RouteDef> = z.input<R["input"]>;
export type OutputOf<R extends RouteDef> = z.output<R["output"]>;

/** Where a page of a list goes on; null at an end. */
export const Page = z.object({ next: z.string().nullable(), previous: z.string().nullable() }).meta({ id: "Page" });
export type Page = z.output<typeof Page>;

/** The query of every paged list. */
export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().max(2_000).optional(),
};
