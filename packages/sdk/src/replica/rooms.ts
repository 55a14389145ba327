// Your rooms, their members where loaded, and the sidebar's categories.
import { type FeedName, feedOf, parseFeed, rooms } from "@althing/contract";
import { withoutMessagesOf } from "./messages/forget.ts";
import { change, drop, put, putAll } from "./records.ts";
import { on } from "./reducer.ts";
import { withStaleRoom } from "./stale.ts";
import type { Replica } from "./state.ts";

export const fromRoom = (replica: Replica, room: rooms.MyRoom): Replica => ({
  ...replica,
  rooms: put(replica.rooms, room.id, room),
  reading: drop(replica.reading, room.id),
});

/** Rooms to choose from, to count and to find; the others are reached by who holds their id. */
export const listedRooms = ({ rooms }: Pick<Replica, "rooms">): rooms.MyRoom[] =>
  Object.values(rooms).filter(({ unlisted }) => !unlisted);

/** Takes the whole list of a workspace's rooms: those that are not in it are yours no more. */
export function fromRooms(replica: Replica, workspaceId: string, list: readonly rooms.MyRoom[]): Replica {
  const present = new Set<string>(list.map(({ id }) => id));
  const gone = Object.values(replica.rooms).filter((room) => room.workspaceId === workspaceId && !present.has(room.id));
  const rest = gone.reduce((less, { id }) => withoutRoom(less, id), replica);
  return {
    ...rest,
    rooms: putAll(
      rest.rooms,
      list.map((room) => [room.id, room]),
    ),
    reading: drop(rest.reading, ...present),
  };
}

/** Takes a page of a room's members; call it for each page. */
export const fromRoomMembers = (replica: Replica, roomId: string, list: readonly rooms.RoomMember[]): Replica => ({
  ...replica,
  roomMembers: put(
    replica.roomMembers,
    roomId,
    putAll(
      replica.roomMembers[roomId] ?? {},
      list.map((member) => [member.id, member]),
    ),
  ),
});

export const fromCategories = (
  replica: Replica,
  workspaceId: string,
  categories: readonly rooms.Category[],
): Replica => ({ ...replica, categories: put(replica.categories, workspaceId, categories) });

export const withoutRoom = (replica: Replica, roomId: string): Replica =>
  withoutMessagesOf(
    {
      ...replica,
      rooms: drop(replica.rooms, roomId),
      roomMembers: drop(replica.roomMembers, roomId),
      stale: drop(replica.stale, feedOf.room(roomId)),
    },
    roomId,
  );

const withRoom = (replica: Replica, roomId: string, facts: Partial<rooms.MyRoom>): Replica => ({
  ...replica,
  rooms: change(replica.rooms, roomId, (room) => ({ ...room, ...facts })),
});

/** The workspace's feed tells of a room too, and may lag behind the room's own: an older version changes nothing. */
const withVersion = (replica: Replica, roomId: string, facts: Partial<rooms.MyRoom> & { version: number }): Replica =>
  facts.version < (replica.rooms[roomId]?.version ?? 0) ? replica : withRoom(replica, roomId, facts);

/** People come and go without a new version: of the same one, the room's own feed knows better how many there are. */
const isNews = (replica: Replica, feed: string, { id, version }: rooms.RoomFacts): boolean =>
  parseFeed(feed as FeedName).kind === "room" || version > (replica.rooms[id]?.version ?? 0);

/** Who is in a direct message or a group; of the people in channels the room itself says nothing. */
const withPeople = (replica: Replica, roomId: string, alter: (people: People) => People): Replica => ({
  ...replica,
  rooms: change(replica.rooms, roomId, (room) =>
    room.kind === "channel" || room.kind === "project" ? room : { ...room, people: alter(room.people) },
  ),
});

const withRoomMember = (replica: Replica, roomId: string, member: rooms.RoomMember): Replica => ({
  ...replica,
  roomMembers: change(replica.roomMembers, roomId, (members) => put(members, member.id, member)),
});

export const roomReducers = [
  on(rooms.RoomOpened, (replica, { data: { room } }) => withVersion(replica, room.id, room)),
  on(rooms.RoomUpdated, (replica, { feed, data: { room } }) => {
    const before = replica.rooms[room.id];
    const next = isNews(replica, feed, room) ? withVersion(replica, room.id, room) : replica;
    const sameRights = before?.ownerId === room.ownerId && before?.visibility === room.visibility;
    return sameRights ? next : withStaleRoom(next, room.id);
  }),
  on(rooms.RoomArchivedEvent, (replica, { data: { roomId, archivedAt, version } }) =>
    withStaleRoom(withVersion(replica, roomId, { archivedAt, version }), roomId),
  ),
  on(rooms.RoomRestored, (replica, { data: { roomId, version } }) =>
    withStaleRoom(withVersion(replica, roomId, { archivedAt: null, version }), roomId),
  ),
  on(rooms.RoomDeleted, (replica, { data: { roomId } }) => withoutRoom(replica, roomId)),
  on(rooms.RoomMemberJoined, (replica, { data: { roomId, member, memberCount } }) => {
    const { id, handle, name, kind } = member;
    const next = withRoom(withRoomMember(replica, roomId, member), roomId, { memberCount });
    return withPeople(next, roomId, (people) =>
      people.some((one) => one.id === id) ? people : [...people, { id, handle, name, kind }],
    );
  }),
  on(rooms.RoomMemberLeft, (replica, { data: { roomId, accountId, memberCount } }) => {
    const next = withPeople(withRoom(replica, roomId, { memberCount }), roomId, (people) =>
      people.filter(({ id }) => id !== accountId),
    );
    return { ...next, roomMembers: change(next.roomMembers, roomId, (members) => drop(members, accountId)) };
  }),
  on(rooms.RoomMemberChanged, (replica, { data: { roomId, member, accountId } }) => {
    const next = withRoomMember(replica, roomId, member);
    return accountId === replica.accountId ? withStaleRoom(next, roomId) : next;
  }),
  // Your feed tells of all your workspaces: the rooms of those that are not loaded come with them.
  on(rooms.RoomEntered, (replica, { data: { room } }) =>
    room.workspaceId in replica.workspaces ? withEntered(replica, room) : replica,
  ),
  on(rooms.RoomExited, (replica, { data: { roomId } }) => withoutRoom(replica, roomId)),
  on(rooms.RoomPlaced, (replica, { data: { roomId, placement } }) => withRoom(replica, roomId, { placement })),
  on(rooms.CategoriesChanged, (replica, { feed, data: { workspaceId, categories } }) => ({
    ...replica,
    categories: change(
      replica.categories,
      workspaceId,
      parseFeed(feed as FeedName).kind === "account" ? withOwn(categories) : withShared(categories),
    ),
  })),
];

/** A room that you looked at before you joined may be ahead of what your own feed tells of it. */
function withEntered(replica: Replica, room: rooms.MyRoom): Replica {
  const known = replica.rooms[room.id];
  if (!known || known.head < room.head) return fromRoom(replica, room);
  if (known.joined) return replica;
  const { permissions, placement, unread } = room;
  return withStaleRoom(withRoom(replica, room.id, { joined: true, permissions, placement, unread }), room.id);
}

type People = rooms.MyRoom["people"];
type Categories = readonly rooms.Category[];

/** Your own feed tells of your categories, and which of the shared ones are folded. */
const withOwn =
  (told: Categories) =>
  (present: Categories): Categories => {
    const folded = new Set(told.filter(({ collapsed }) => collapsed).map(({ id }) => id));
    const shared = present.filter((one) => one.shared).map((one) => ({ ...one, collapsed: folded.has(one.id) }));
    return [...shared, ...told.filter((one) => !one.shared)];
  };

/** The workspace's feed tells of the shared ones, and knows nothing of folding. */
const withShared =
  (told: Categories) =>
  (present: Categories): Categories => {
    const folded = new Set(present.filter(({ collapsed }) => collapsed).map(({ id }) => id));
    return [...told.map((one) => ({ ...one, collapsed: folded.has(one.id) })), ...present.filter((one) => !one.shared)];
  };
