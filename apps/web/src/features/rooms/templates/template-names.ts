import type { rooms } from "@althing/contract";
import { channelNameOf } from "../dialogs/channel-name.ts";

/** What the rooms of a template will be called. */
export const roomNamesFrom = (template: Pick<rooms.RoomTemplate, "rooms">, name: string): string[] =>
  template.rooms.map((room) => room.name.replaceAll("{name}", () => name));

/** Of these names, the first that a channel in use bears, as far as one knows here; the server knows of all. */
export const findTakenName = (
  known: Readonly<Record<string, rooms.MyRoom>>,
  names: readonly string[],
): string | undefined => {
  const inUse = Object.values(known).filter((room) => room.kind === "channel" && room.archivedAt === null);
  const taken = new Set(inUse.map((room) => channelNameOf(room.name ?? "")));
  return names.find((name) => taken.has(channelNameOf(name)));
};
