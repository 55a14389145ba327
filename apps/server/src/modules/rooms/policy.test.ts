import { expect, test } from "bun:test";
import { type AccountId, type BuiltInRole, rooms } from "@althing/contract";
import { permissions } from "../../kernel/permission.ts";
import { permissionsIn, type Standing } from "./policy.ts";

const ana = "00000000-0000-7000-8000-00000000000a" as AccountId;
const ben = "00000000-0000-7000-8000-00000000000b" as AccountId;

const workspaceOf = (role: BuiltInRole | undefined): Standing["workspace"] =>
  role && {
    isGuest: role === "guest",
    permissions: new Set(
      [...permissions.values()].filter((one) => role === "owner" || one.roles.includes(role)).map((one) => one.name),
    ),
  };

const publicChannel = { kind: "channel", visibility: "public", owner_id: ana } as const;
const privateChannel = { kind: "channel", visibility: "private", owner_id: ana } as const;
const direct = { kind: "dm", visibility: "private", owner_id: null } as const;
const group = { kind: "group", visibility: "private", owner_id: ana } as const;

type Case = {
  who: string;
  room: Standing["room"];
  role?: BuiltInRole;
  accountId?: AccountId;
  flags?: rooms.PermissionFlags | null;
  may?: string[];
  mayNot?: string[];
  sees?: false;
};

const cases: Case[] = [
  {
    who: "a member in a channel",
    room: publicChannel,
    role: "member",
    flags: {},
    may: ["room.view", "message.read", "message.send", "message.react", "message.pin", "room.invite", "room.leave"],
    mayNot: ["room.manage", "room.archive", "room.delete", "message.delete"],
  },
  {
    who: "the channel's owner",
    room: privateChannel,
    role: "member",
    accountId: ana,
    flags: {},
    may: ["room.manage", "room.archive", "room.delete", "room.update", "room.invite", "message.delete", "message.pin"],
    mayNot: ["message.move", "workspace.update"],
  },
  {
    who: "a guest in a channel",
    room: publicChannel,
    role: "guest",
    flags: {},
    may: ["room.view", "message.send", "room.leave"],
    mayNot: ["room.join", "room.invite", "room.update", "message.pin"],
  },
  {
    who: "a guest beside a public channel",
    room: publicChannel,
    role: "guest",
    flags: null,
    sees: false,
  },
  {
    who: "a member beside a public channel",
    room: publicChannel,
    role: "member",
    flags: null,
    may: ["room.view", "room.join", "message.read"],
    mayNot: ["message.send", "message.react", "room.invite", "room.update", "room.leave", "room.manage"],
  },
  {
    who: "an admin beside a public channel",
    room: publicChannel,
    role: "admin",
    flags: null,
    may: ["room.view", "room.join", "room.manage", "room.archive", "room.delete"],
    mayNot: ["message.send", "message.delete", "room.update", "room.invite"],
  },
  {
    who: "a channel's owner who left it",
    room: publicChannel,
    role: "member",
    accountId: ana,
    flags: null,
    mayNot: ["room.manage"],
  },
  { who: "a member beside a private channel", room: privateChannel, role: "member", flags: null, sees: false },
  {
    who: "the workspace's owner beside a private channel",
    room: privateChannel,
    role: "owner",
    flags: null,
    sees: false,
  },
  { who: "an admin beside a direct message", room: direct, role: "admin", flags: null, sees: false },
  { who: "an admin beside a group", room: group, role: "admin", flags: null, sees: false },
  { who: "a guest in a direct message", room: direct, role: "guest", flags: {}, may: ["room.update", "message.send"] },
  { who: "a guest in a group", room: group, role: "guest", flags: {}, may: ["room.update"], mayNot: ["room.manage"] },
  {
    who: "a guest who was given a right",
    room: privateChannel,
    role: "guest",
    flags: { "message.pin": true },
    may: ["message.pin", "message.send"],
  },
  {
    who: "a member who was silenced",
    room: publicChannel,
    role: "member",
    flags: { "message.send": false },
    may: ["message.read"],
    mayNot: ["message.send"],
  },
  { who: "someone outside of the workspace", room: publicChannel, flags: null, sees: false },
  { who: "someone who left the workspace a moment ago", room: publicChannel, flags: {}, sees: false },
];

test.each(cases)("$who", ({ room, role, accountId = ben, flags = null, may = [], mayNot = [], sees }) => {
  const granted = permissionsIn({ room, accountId, workspace: workspaceOf(role), flags });
  expect(granted === undefined).toBe(sees === false);
  expect(may.filter((name) => !granted?.has(name))).toEqual([]);
  expect(mayNot.filter((name) => granted?.has(name))).toEqual([]);
});

test("a right over the workspace is never held over a room", () => {
  const granted = permissionsIn({ room: publicChannel, accountId: ben, workspace: workspaceOf("owner"), flags: {} });
  expect(granted?.has(rooms.RoomCreate.name)).toBe(false);
});
