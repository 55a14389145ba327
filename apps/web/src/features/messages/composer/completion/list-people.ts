// Whom one may want to name: who is in the room first, whoever spoke last before the others, then everyone else here.
import type { Replica } from "@althing/sdk";
import { rank } from "../../../../shell/index.ts";
import type { Suggestion } from "./suggestion.ts";

type Asked = { workspaceId: string; roomId: string; query: string };

const limit = 8;

export function listPeople(replica: Replica, { workspaceId, roomId, query }: Asked): Suggestion[] {
  const room = replica.rooms[roomId];
  const inRoom = peopleIn(replica, roomId);
  const order = new Map(lastSpeakers(replica, roomId).map((id, index) => [id, index]));
  const everyone = Object.keys(replica.members[workspaceId] ?? {})
    .flatMap((id) => replica.profiles[id] ?? [])
    .filter(({ id }) => id !== replica.accountId)
    .sort((one, other) => one.name.localeCompare(other.name))
    .sort((one, other) => (order.get(one.id) ?? order.size) - (order.get(other.id) ?? order.size));
  const isInside = (id: string): boolean => inRoom === undefined || inRoom.has(id);
  const texts = ({ name, handle }: { name: string; handle: string }) => [handle, name];
  const inside = rank(
    query,
    everyone.filter(({ id }) => isInside(id)),
    texts,
    limit,
  );
  const isClosed = room?.kind === "dm";
  const outside = isClosed
    ? []
    : rank(
        query,
        everyone.filter(({ id }) => !isInside(id)),
        texts,
        limit - inside.length,
      );
  const people = [...inside, ...outside].map(
    ({ id, name, handle }): Suggestion => ({ kind: "person", accountId: id, name, handle, isOutside: !isInside(id) }),
  );
  const all = rank(query, listEveryone(replica, roomId), ({ handle }) => [handle]);
  return query === "" ? [...people.slice(0, limit - all.length), ...all] : [...all, ...people].slice(0, limit);
}

/** Who is in a room; undefined while that is not loaded. */
export function peopleIn({ rooms, roomMembers }: Replica, roomId: string): ReadonlySet<string> | undefined {
  const room = rooms[roomId];
  if (room?.kind === "dm" || room?.kind === "group") return new Set(room.people.map(({ id }) => id));
  const members = roomMembers[roomId];
  return members && new Set(Object.keys(members));
}

type Everyone = Extract<Suggestion, { kind: "everyone" }>;

function listEveryone({ rooms }: Replica, roomId: string): Everyone[] {
  const room = rooms[roomId];
  if (!room || room.kind === "dm" || !room.permissions.includes("message.mention_all")) return [];
  const count = room.memberCount - 1;
  return [
    { kind: "everyone", handle: "room", count },
    { kind: "everyone", handle: "here", count },
  ];
}

function lastSpeakers({ timelines, messages }: Replica, roomId: string): string[] {
  const ids = timelines[roomId]?.ids ?? [];
  return [
    ...new Set(
      ids
        .slice(-100)
        .toReversed()
        .flatMap((id) => messages[id]?.author.id ?? []),
    ),
  ];
}
