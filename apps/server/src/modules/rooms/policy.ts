// Who may do what in a room. Everything follows from the room, the account's roles in the workspace, and its flags.
import { isDeepStrictEqual } from "node:util";
import { messages, rooms } from "@althing/contract";
import { permissions } from "../../kernel/permission.ts";
import type { RoomRow } from "./tables.ts";

export type Standing = {
  readonly room: Pick<RoomRow, "kind" | "visibility" | "owner_id">;
  readonly accountId: string;
  /** What the account's roles hold; absent outside of the workspace. */
  readonly workspace: { readonly permissions: ReadonlySet<string>; readonly isGuest: boolean } | undefined;
  /** The account's flags in the room; null for someone who is not in it. */
  readonly flags: rooms.PermissionFlags | null;
};

const namesOf = (...defs: { name: string }[]): readonly string[] => defs.map((def) => def.name);

const roomPermissions = [...permissions.values()].filter((one) => one.on === "room").map((one) => one.name);
const ofOwners = namesOf(
  rooms.RoomInvite,
  rooms.RoomUpdate,
  rooms.RoomManage,
  rooms.RoomArchive,
  rooms.RoomDelete,
  messages.MessageDelete,
  messages.MessagePin,
);
/** What roles give over a public channel without being in it. Only admins hold the last three. */
const ofVisitors = namesOf(
  rooms.RoomView,
  rooms.RoomJoin,
  messages.MessageRead,
  rooms.RoomManage,
  rooms.RoomArchive,
  rooms.RoomDelete,
);

/** Rooms of a fixed circle of people, which have a list of them and no visibility. */
export const isPersonal = ({ kind }: Pick<RoomRow, "kind">): boolean =>
  kind === "dm" || kind === "group" || kind === "assistant";
export const isPublicChannel = (room: Pick<RoomRow, "kind" | "visibility">): boolean =>
  room.kind === "channel" && room.visibility === "public";
export const isRoomPermission = (name: string): boolean => permissions.get(name)?.on === "room";

/** What the account may do in the room; undefined if for it there is no such room. */
export function permissionsIn({ room, accountId, workspace, flags }: Standing): ReadonlySet<string> | undefined {
  if (!workspace) return undefined;
  if (flags === null) return permissionsOfVisitor(room, workspace);
  const granted = new Set(roomPermissions.filter((name) => workspace.permissions.has(name)));
  if (room.owner_id === accountId) for (const name of ofOwners) granted.add(name);
  if (isPersonal(room)) granted.add(rooms.RoomUpdate.name);
  for (const [name, given] of Object.entries(flags)) given ? granted.add(name) : granted.delete(name);
  return granted;
}

function permissionsOfVisitor(
  room: Standing["room"],
  workspace: NonNullable<Standing["workspace"]>,
): ReadonlySet<string> | undefined {
  if (workspace.isGuest || !isPublicChannel(room)) return undefined;
  const granted = new Set(ofVisitors.filter((name) => workspace.permissions.has(name)));
  return granted.has(rooms.RoomView.name) ? granted : undefined;
}

/** What channel names are compared by. */
export const nameKey = (name: string): string => name.normalize("NFKC").toLowerCase();

/** What a template's room is called once `{name}` has a name. */
export const nameFrom = (pattern: string, name: string): string => pattern.replaceAll("{name}", () => name);

/** Which system messages a new room shows: in a conversation of two nobody comes or goes. */
export const switchesOf = (kind: rooms.RoomKind): rooms.SystemMessageSwitches => {
  const shown = kind !== "dm";
  return { joins: shown, leaves: shown, renames: shown, pins: true };
};

export const mostInGroup = 20;

/** The columns whose wanted value is given and another than the row has. */
export function changesOf<Columns extends object>(
  row: Record<keyof Columns, unknown>,
  wanted: Columns,
): Partial<Columns> {
  const changed = Object.entries(wanted).filter(
    ([column, value]) => value !== undefined && !isDeepStrictEqual(value, row[column as keyof Columns]),
  );
  return Object.fromEntries(changed) as Partial<Columns>;
}
