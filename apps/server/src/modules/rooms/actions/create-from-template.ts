import { errors, rooms } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import type { WriteAction } from "../../../kernel/binding.ts";
import { Failure, fail } from "../../../kernel/failure.ts";
import { areMembers } from "../../workspaces/index.ts";
import { nameFrom, nameKey } from "../policy.ts";
import { distinct } from "../queries/people.ts";
import { requirePeople } from "../queries/require-people.ts";
import { requireTemplate } from "../queries/templates.ts";
import { roomOf } from "./enter-rooms.ts";
import { openRoom } from "./open-room.ts";

const longestName = 80;

export const createRoomsFromTemplate: WriteAction<typeof rooms.createRoomsFromTemplate> = async (tx, call) => {
  const { workspaceId, templateId, name, memberIds } = call.input;
  const me = requireAccount(call.actor).account.id;
  const template = await requireTemplate(tx, workspaceId, templateId);
  const wanted = template.rooms.map((room) => ({ ...room, name: nameFrom(room.name, name) }));
  requireShortNames(wanted);
  await requirePeople(tx, workspaceId, memberIds);
  // A template may be older than what became of its people.
  const present = await areMembers(tx, workspaceId, template.memberIds);
  const people = distinct([me, ...template.memberIds.filter((id) => present.has(id)), ...memberIds]);
  const made = new Map<string, () => rooms.MyRoom>();
  // In the order of their names, so that two who make rooms of the same names wait for each other and never in a knot.
  for (const { pinnedMessages, ...room } of wanted.toSorted(byName)) {
    const madeFrom = { templateId, pinnedMessages };
    const opening = { ...room, workspaceId, kind: "channel", ownerId: me, madeFrom } as const;
    const newcomers = (await openRoom(tx, opening, people, me)) ?? fail(rooms.RoomNameTaken);
    made.set(room.name, roomOf(newcomers, me));
  }
  return () => wanted.flatMap(({ name }) => made.get(name)?.() ?? []);
};

const byName = (one: { name: string }, other: { name: string }): number =>
  nameKey(one.name) < nameKey(other.name) ? -1 : 1;

function requireShortNames(wanted: readonly { name: string }[]): void {
  if (wanted.every(({ name }) => name.length <= longestName)) return;
  const message = `The rooms' names would be longer than ${longestName} characters.`;
  throw new Failure(errors.ValidationFailed, null, [{ pointer: "/name", code: "too_big", message }]);
}
