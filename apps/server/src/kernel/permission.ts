// Rights go through one function, `authorize`, for every transport. What is not granted is denied.
import {
  contract,
  type ErrorDef,
  errors,
  type PermissionDef,
  type RouteDef,
  type RouteObject,
} from "@althing/contract";
import { type AccountActor, type Actor, requireAccount } from "./actor.ts";
import { fail } from "./failure.ts";
import type { ReadTx } from "./tx.ts";

/** What an account may do with an object, and what the object's module knows of it. */
export type Access<Facts = unknown> = {
  readonly id: string;
  readonly workspaceId: string;
  readonly permissions: ReadonlySet<string>;
  /** A failure for everything that changes the object, such as an archived room's. */
  readonly frozen: ErrorDef | undefined;
  readonly facts: Facts;
};

export type AccessQuestion = { readonly accountId: string; readonly id: string };

/** How a kind of object is found and who may do what with it; each kind belongs to one module. */
export type ScopeDef<Facts = unknown> = {
  readonly object: RouteObject;
  /** Told to who may not know whether the object exists. */
  readonly notFound: ErrorDef;
  /** The answers in the order of the questions; undefined where the account may not see the object, or there is none. */
  resolve(tx: ReadTx, questions: readonly AccessQuestion[]): Promise<readonly (Access<Facts> | undefined)[]>;
};

export const defineScope = <Facts>(scope: ScopeDef<Facts>): ScopeDef<Facts> => scope;

/** Every permission that the contract declares, by name. */
export const permissions: ReadonlyMap<string, PermissionDef> = new Map(
  Object.values(contract)
    .flatMap((module) => Object.values(module as Record<string, unknown>))
    .filter(isPermission)
    .map((permission) => [permission.name, permission]),
);

function isPermission(value: unknown): value is PermissionDef {
  return typeof value === "object" && value !== null && "kind" in value && value.kind === "permission";
}

/** The failures that asking for rights over an object may end in. */
export const scopeFailures: ReadonlySet<string> = new Set([
  "room_not_found",
  "workspace_not_found",
  "message_not_found",
  "room_archived",
]);

/** The object that a call is about: the field of the input that is named after it. */
export function objectIdOf(route: RouteDef, input: unknown): string {
  const id = (input as Record<string, unknown>)[`${route.object}Id`];
  return typeof id === "string" ? id : fail(errors.NotFound);
}

export type Scopes = ReadonlyMap<RouteObject, ScopeDef>;

/** Finds the object for the actor and requires the permission over it. */
export async function authorize(
  scopes: Scopes,
  tx: ReadTx,
  actor: Actor,
  permission: PermissionDef,
  object: RouteObject,
  id: string,
): Promise<Access> {
  const scope = scopeOf(scopes, object);
  const { account } = requireAccount(actor);
  const [access] = await scope.resolve(tx, [{ accountId: account.id, id }]);
  return requirePermission(scope, access, permission);
}

/** The same for many askers at once, each of whom succeeds or fails alone. */
export async function authorizeMany(
  scopes: Scopes,
  tx: ReadTx,
  object: RouteObject,
  permission: PermissionDef,
  asked: readonly { actor: AccountActor; id: string }[],
): Promise<(Access | Error)[]> {
  const scope = scopeOf(scopes, object);
  const answers = await scope.resolve(
    tx,
    asked.map(({ actor, id }) => ({ accountId: actor.account.id, id })),
  );
  return answers.map((access) => {
    try {
      return requirePermission(scope, access, permission);
    } catch (error) {
      return error as Error;
    }
  });
}

/** Requires one more permission over an object that was authorized already. */
export function requireAlso(access: Access, permission: PermissionDef): void {
  if (!access.permissions.has(permission.name)) fail(errors.Forbidden, { permission: permission.name });
}

function requirePermission(scope: ScopeDef, access: Access | undefined, permission: PermissionDef): Access {
  if (!access) return fail(scope.notFound);
  requireAlso(access, permission);
  if (permission.changes && access.frozen) fail(access.frozen);
  return access;
}

function scopeOf(scopes: Scopes, object: RouteObject): ScopeDef {
  const scope = scopes.get(object);
  if (!scope) throw new Error(`No module answers for the rights over a ${object}`);
  return scope;
}
