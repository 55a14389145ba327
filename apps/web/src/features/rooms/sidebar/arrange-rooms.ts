// Which room stands where in the sidebar. Pure: the same rooms and categories give the same sections.
import type { rooms } from "@althing/contract";
import { listedRooms } from "@althing/sdk";
import { roomTitle } from "../room/room-title.ts";

type Kind = "favourites" | "category" | "channels" | "messages" | "archived";

export type Section = {
  /** The category's id, or the kind of those that every sidebar has. */
  readonly id: string;
  readonly kind: Kind;
  readonly category: rooms.Category | undefined;
  readonly roomIds: readonly string[];
};

type Given = {
  rooms: Readonly<Record<string, rooms.MyRoom>>;
  categories: readonly rooms.Category[];
  myId: string;
  compareNames: (one: string, other: string) => number;
};

/** Favourites, categories, channels, direct messages, archived: a room stands in the first that takes it. */
export function arrangeRooms({ rooms, categories, myId, compareNames }: Given): Section[] {
  const ordered = orderCategories(categories, compareNames);
  const categoryIds = new Set<string>(categories.map(({ id }) => id));
  const bySection = Map.groupBy(
    listedRooms({ rooms }).filter(({ joined }) => joined),
    (room) => sectionOf(room, categoryIds),
  );
  const byTitle = (one: rooms.MyRoom, other: rooms.MyRoom) =>
    compareNames(roomTitle(one, myId), roomTitle(other, myId));
  const section = (kind: Kind, id: string = kind, category?: rooms.Category): Section => ({
    id,
    kind,
    category,
    roomIds: (bySection.get(id) ?? []).sort(kind === "messages" ? byLastMessage : byTitle).map((room) => room.id),
  });
  const all = [
    section("favourites"),
    ...ordered.map((category) => section("category", category.id, category)),
    section("channels"),
    section("messages"),
    section("archived"),
  ];
  return all.filter(({ kind, roomIds }) => roomIds.length > 0 || (kind !== "favourites" && kind !== "archived"));
}

/** The workspace's first, then one's own. */
export const orderCategories = (
  categories: readonly rooms.Category[],
  compareNames: Given["compareNames"],
): readonly rooms.Category[] =>
  categories.toSorted(
    (one, other) =>
      Number(other.shared) - Number(one.shared) || one.position - other.position || compareNames(one.name, other.name),
  );

function sectionOf(room: rooms.MyRoom, categoryIds: ReadonlySet<string>): string {
  if (room.archivedAt !== null) return "archived";
  if (room.placement.favourite) return "favourites";
  const wanted = [room.placement.categoryId, room.categoryId].find((id) => id !== null && categoryIds.has(id));
  return wanted ?? (room.kind === "channel" || room.kind === "project" ? "channels" : "messages");
}

const stampOf = ({ lastMessageAt, createdAt }: rooms.MyRoom): string => lastMessageAt ?? createdAt;
const byLastMessage = (one: rooms.MyRoom, other: rooms.MyRoom): number =>
  stampOf(other) < stampOf(one) ? -1 : Number(stampOf(other) > stampOf(one));

export const isSameArrangement = (one: readonly Section[], other: readonly Section[]): boolean =>
  one.length === other.length &&
  one.every((section, index) => {
    const twin = other[index];
    return (
      section.id === twin?.id &&
      section.category === twin.category &&
      section.roomIds.length === twin.roomIds.length &&
      section.roomIds.every((id, at) => id === twin.roomIds[at])
    );
  });
