import { useParams } from "@tanstack/react-router";
import { useReplica } from "../../../connection/index.ts";
import { RoomCoach, useRoom } from "../../rooms/index.ts";

/** The start of a room's history. */
export function Beginning() {
  const { roomId } = useParams({ from: "/w/$slug/r/$roomId" });
  const room = useRoom(roomId);
  const isEmpty = useReplica(
    ({ timelines, messages }) => !timelines[roomId]?.ids.some((id) => messages[id]?.kind === "message"),
  );
  return room ? <RoomCoach room={room} isEmpty={isEmpty} /> : null;
}
