// All that a contract declares, each kind in a stable order: what every document is made of.
import { z } from "zod";
import type { ErrorDef } from "../kit/error.ts";
import * as commonErrors from "../kit/errors.ts";
import type { EventDef } from "../kit/event.ts";
import type { PermissionDef } from "../kit/permission.ts";
import type { RouteDef } from "../kit/route.ts";
import { sendsJson } from "../kit/sends-json.ts";

/** The modules by name, as `contract` has them. */
export type Modules = Readonly<Record<string, object>>;

type Declared = { route: RouteDef; event: EventDef; error: ErrorDef; permission: PermissionDef };

/** Routes in the order of their paths, so that what belongs together stands together. */
export const routesOf = (modules: Modules): RouteDef[] =>
  declared(modules, "route").sort(
    (one, other) => inOrder(one.path, other.path) || inOrder(one.method, other.method) || inOrder(one.name, other.name),
  );

export const eventsOf = (modules: Modules): EventDef[] =>
  declared(modules, "event").sort((one, other) => inOrder(one.type, other.type));

export const permissionsOf = (modules: Modules): PermissionDef[] =>
  declared(modules, "permission").sort((one, other) => inOrder(one.name, other.name));

/** Every failure, those that any operation may give included. */
export function errorsOf(modules: Modules): ErrorDef[] {
  const byCode = new Map<string, ErrorDef>();
  for (const error of [...Object.values(commonErrors), ...declared(modules, "error")]) byCode.set(error.code, error);
  return [...byCode.values()].sort((one, other) => inOrder(one.code, other.code));
}

/** The module that a route or an event belongs to, by its wire name. */
export const moduleOf = (name: string): string => name.slice(0, name.indexOf("."));

/** Whether anything of the route's input is sent in a body. */
export function takesJson(route: RouteDef): boolean {
  const { input, params } = route;
  if (!sendsJson(route)) return false;
  return !(input instanceof z.ZodObject) || Object.keys(input.shape).some((field) => !params.includes(field));
}

/** By code point, the same on every machine. */
export const inOrder = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

export const sortedByKey = <Value>(record: Readonly<Record<string, Value>>): Record<string, Value> =>
  Object.fromEntries(Object.entries(record).sort(([one], [other]) => inOrder(one, other)));

function declared<Kind extends keyof Declared>(modules: Modules, kind: Kind): Declared[Kind][] {
  const all: unknown[] = Object.values(modules).flatMap((module) => Object.values(module));
  return [...new Set(all)].filter(
    (value): value is Declared[Kind] =>
      typeof value === "object" && value !== null && "kind" in value && value.kind === kind,
  );
}
