import type { rooms } from "@althing/contract";

export type Titled = Pick<rooms.Room, "name" | "people">;

/** What a room is called on screen: its name, or who is in it beside you; your own name where you are alone. */
export function roomTitle({ name, people }: Titled, myId: string): string {
  if (name) return name;
  const others = people.filter(({ id }) => id !== myId);
  return (others.length > 0 ? others : people).map((person) => person.name).join(", ");
}

/** Whom a direct message is with: yourself where it holds your notes. */
export const partnerOf = ({ people }: Titled, myId: string): Titled["people"][number] | undefined =>
  people.find(({ id }) => id !== myId) ?? people[0];
