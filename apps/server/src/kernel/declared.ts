// What the contract says that a route may give: held against what it does give, in tests.
import { errors, type RouteDef } from "@althing/contract";
import { Failure } from "./failure.ts";
import { scopeFailures } from "./permission.ts";

const common = new Set(Object.values(errors).map((error) => error.code as string));

/** A route may give what it lists, what any route may, and what the rights over its object may. */
export function requireDeclared(route: RouteDef, error: unknown): void {
  if (!(error instanceof Failure)) return;
  const { code } = error.def;
  const isDeclared =
    common.has(code) ||
    (route.permission !== undefined && scopeFailures.has(code)) ||
    route.errors.some((listed) => listed.code === code);
  if (!isDeclared) throw new Error(`${route.name} gave ${code}, which the contract does not list`, { cause: error });
}

export function requireContracted(route: RouteDef, data: unknown): void {
  const { success, error } = route.output.safeParse(data);
  if (!success) throw new Error(`${route.name} answered what its contract does not say`, { cause: error });
}
