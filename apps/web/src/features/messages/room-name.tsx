import { RoomIcon, useRoom, useRoomTitle } from "../rooms/index.ts";

/** In which room something is. */
export function RoomName({ roomId }: { roomId: string }) {
  const room = useRoom(roomId);
  const title = useRoomTitle(room ?? { name: "", people: [] });
  if (!room) return null;
  return (
    <span className="inline-flex max-w-full items-center gap-1">
      <RoomIcon room={room} size={16} />
      <span className="truncate">{title}</span>
    </span>
  );
}
