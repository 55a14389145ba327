/** What a right is held over. */
export type ScopeKind = "workspace" | "room";

/** A named right that roles hold. The description is shown where roles are edited. */
export type PermissionDef<Name extends string = string> = {
  readonly kind: "permission";
  readonly name: Name;
  readonly on: ScopeKind;
  readonly description: string;
  /** Whether it changes its object: refused while that object is archived. */
  readonly changes: boolean;
  /** The built-in roles that hold it. The workspace's owner holds every permission. */
  readonly roles: readonly BuiltInRole[];
};

export const builtInRoles = ["owner", "admin", "member", "guest"] as const;
export type BuiltInRole = (typeof builtInRoles)[number];

export const definePermission = <const Name extends string>(
  name: Name,
  parts: { on: ScopeKind; description: string; changes?: boolean; roles: readonly BuiltInRole[] },
): PermissionDef<Name> => ({
  kind: "permission",
  name,
  on: parts.on,
  description: parts.description,
  changes: parts.changes ?? true,
  roles: parts.roles,
});
