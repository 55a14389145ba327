// Channels are made, direct messages are opened, groups are gathered: one operation, three ways.
import { type AccountId, errors, rooms } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import type { WriteAction } from "../../../kernel/binding.ts";
import { accessOf, type Call } from "../../../kernel/call.ts";
import { Failure, fail } from "../../../kernel/failure.ts";
import { requireAlso } from "../../../kernel/permission.ts";
import type { WriteTx } from "../../../kernel/tx.ts";
import { mostInGroup } from "../policy.ts";
import { requireMyRoom } from "../queries/my-rooms.ts";
import { requirePeople } from "../queries/require-people.ts";
import { findPair, lockRoom } from "../store/rooms.ts";
import { enterRooms, type Newcomer } from "./enter-rooms.ts";
import { openRoom } from "./open-room.ts";

type Creation = {
  readonly input: Call<typeof rooms.createRoom>["input"];
  readonly me: AccountId;
  readonly people: AccountId[];
};

export const createRoom: WriteAction<typeof rooms.createRoom> = async (tx, call) => {
  const { input } = call;
  const me = requireAccount(call.actor).account.id;
  const people = [...new Set([me, ...input.memberIds])];
  if (input.kind === "channel") requireAlso(accessOf(call), rooms.RoomCreate);
  await requirePeople(tx, input.workspaceId, people);
  switch (input.kind) {
    case "channel":
      return createChannel(tx, { input, me, people });
    case "dm":
      return openDirect(tx, { input, me, people });
    case "group":
      return createGroup(tx, { input, me, people });
  }
};

async function createChannel(tx: WriteTx, { input, me, people }: Creation) {
  const { name, visibility = "public" } = input;
  if (name === undefined) return refuse("/name", "invalid_type", "A channel needs a name.");
  const newcomers = await openRoom(tx, { ...input, visibility, ownerId: me }, people, me);
  return roomOf(newcomers ?? fail(rooms.RoomNameTaken), me);
}

async function createGroup(tx: WriteTx, { input, me, people }: Creation) {
  if (input.visibility === "public") return refuse("/visibility", "invalid_value", "A group is private.");
  if (people.length < 2) return refuse("/memberIds", "too_small", "A group has at least one other person.");
  if (people.length > mostInGroup) return fail(rooms.RoomFull);
  const newcomers = await openRoom(tx, { ...input, visibility: "private", ownerId: me }, people, me);
  return roomOf(newcomers ?? [], me);
}

async function openDirect(tx: WriteTx, { input, me, people }: Creation) {
  const { workspaceId, topic } = input;
  if (input.name !== undefined) return refuse("/name", "invalid_value", "A direct message has no name.");
  if (input.visibility === "public") return refuse("/visibility", "invalid_value", "A direct message is private.");
  if (input.memberIds.length === 0) return refuse("/memberIds", "too_small", "Name the other person, or yourself.");
  if (people.length > 2) return refuse("/memberIds", "too_big", "A direct message has one other person.");
  const pairKey = people.toSorted().join(" ");
  const opening = { workspaceId, kind: "dm", visibility: "private", topic, ownerId: null, pairKey } as const;
  const opened = await openRoom(tx, opening, people, me);
  if (opened) return roomOf(opened, me);
  // It is there. Who left the workspace and came back enters again.
  const room = await lockRoom(tx, (await findPair(tx, workspaceId, pairKey)) ?? fail(rooms.RoomNotFound));
  const returned = await enterRooms(tx, [room], people, me);
  return returned.some(({ member }) => member.id === me) ? roomOf(returned, me) : requireMyRoom(tx, me, room.id);
}

function roomOf(newcomers: readonly Newcomer[], accountId: AccountId): () => rooms.MyRoom {
  const mine = newcomers.find(({ member }) => member.id === accountId);
  if (!mine) throw new Error("Who opens a room is in it");
  return mine.room;
}

const refuse = (pointer: string, code: string, message: string): never => {
  throw new Failure(errors.ValidationFailed, null, [{ pointer, code, message }]);
};
