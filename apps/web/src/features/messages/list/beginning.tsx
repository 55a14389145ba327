import { useParams } from "@tanstack/react-router";
import { useReplica } from "../../../connection/index.ts";
import { RoomCoach, useRoom } from "../../rooms/index.ts";

/** The start of a room's history, on the room's own page. */
export function Beginning() {
  const roomId = useParams({ strict: false, select: (params) => params.roomId }) ?? "";
  const room = useRoom(roomId);
  const isEmpty = useReplica(
    ({ timelines, messages }) => !timelines[roomId]?.ids.some((id) => messages[id]?.kind === "message"),
  );
  return room ? <RoomCoach room={room} isEmpty={isEmpty} /> : null;
}
