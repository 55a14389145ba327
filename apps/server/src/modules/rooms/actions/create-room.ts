// Channels are made, direct messages are opened, groups are gathered: one operation, three ways.
import { type AccountId, errors, type FieldProblem, rooms } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import type { WriteAction } from "../../../kernel/binding.ts";
import { accessOf, type Call } from "../../../kernel/call.ts";
import { Failure, fail } from "../../../kernel/failure.ts";
import { requireAlso } from "../../../kernel/permission.ts";
import type { WriteTx } from "../../../kernel/tx.ts";
import { mostInGroup } from "../policy.ts";
import { requireMyRoom } from "../queries/my-rooms.ts";
import { distinct } from "../queries/people.ts";
import { requirePeople } from "../queries/require-people.ts";
import { findPair, lockRoom } from "../store/rooms.ts";
import { enterRooms, roomOf } from "./enter-rooms.ts";
import { openRoom } from "./open-room.ts";

type Creation = {
  readonly input: Call<typeof rooms.createRoom>["input"];
  readonly me: AccountId;
  readonly people: AccountId[];
};

export const createRoom: WriteAction<typeof rooms.createRoom> = async (tx, call) => {
  const { input } = call;
  const me = requireAccount(call.actor).account.id;
  const people = distinct([me, ...input.memberIds]);
  if (input.kind === "channel") requireAlso(accessOf(call), rooms.RoomCreate);
  const problems = problemsOf(input, people.length);
  if (problems.length > 0) throw new Failure(errors.ValidationFailed, null, problems);
  if (input.kind === "group" && people.length > mostInGroup) fail(rooms.RoomFull);
  await requirePeople(tx, input.workspaceId, people);
  if (input.kind === "dm") return openDirect(tx, { input, me, people });
  const visibility = input.kind === "group" ? "private" : (input.visibility ?? "public");
  const newcomers = await openRoom(tx, { ...input, visibility, ownerId: me }, people, me);
  return roomOf(newcomers ?? fail(rooms.RoomNameTaken), me);
};

/** What the kind of room does not go with. */
function problemsOf({ kind, name, visibility, memberIds }: Creation["input"], peopleCount: number): FieldProblem[] {
  const wrong: [boolean, FieldProblem][] = [
    [kind === "channel" && name === undefined, problem("/name", "invalid_type", "A channel needs a name.")],
    [kind === "dm" && name !== undefined, problem("/name", "invalid_value", "A direct message has no name.")],
    [
      kind !== "channel" && visibility === "public",
      problem("/visibility", "invalid_value", "Only channels are public."),
    ],
    [
      kind === "dm" && memberIds.length === 0,
      problem("/memberIds", "too_small", "Name the other person, or yourself."),
    ],
    [kind === "dm" && peopleCount > 2, problem("/memberIds", "too_big", "A direct message has one other person.")],
    [kind === "group" && peopleCount < 2, problem("/memberIds", "too_small", "A group has at least one other person.")],
  ];
  return wrong.filter(([isWrong]) => isWrong).map(([, which]) => which);
}

const problem = (pointer: string, code: string, message: string): FieldProblem => ({ pointer, code, message });

async function openDirect(tx: WriteTx, { input, me, people }: Creation) {
  const { workspaceId, topic, description, guidelines } = input;
  const pairKey = people.toSorted().join(" ");
  const texts = { topic, description, guidelines };
  const opening = { ...texts, workspaceId, kind: "dm", visibility: "private", ownerId: null, pairKey } as const;
  const opened = await openRoom(tx, opening, people, me);
  if (opened) return roomOf(opened, me);
  // It is there. Who left the workspace and came back enters again.
  const room = await lockRoom(tx, (await findPair(tx, workspaceId, pairKey)) ?? fail(rooms.RoomNotFound));
  const returned = await enterRooms(tx, [room], people, me);
  return returned.some(({ member }) => member.id === me) ? roomOf(returned, me) : requireMyRoom(tx, me, room.id);
}
