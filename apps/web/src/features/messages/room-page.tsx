import { useParams } from "@tanstack/react-router";
import { useRoom } from "../rooms/index.ts";
import { Page } from "../../shell/index.ts";

/** A room: what is said in it, and where one says something. */
export function RoomPage() {
  const { roomId } = useParams({ from: "/w/$slug/r/$roomId" });
  const room = useRoom(roomId);
  return <Page title={room?.name ?? ""}>{null}</Page>;
}
