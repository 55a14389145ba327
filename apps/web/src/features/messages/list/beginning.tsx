import { Suspense } from "react";
import { useReplica } from "../../../connection/index.ts";
import { RoomCoach, useRoom } from "../../rooms/index.ts";
import { messageExtension } from "../extension.ts";

/** The start of a room's history. */
export function Beginning({ roomId }: { roomId: string }) {
  const room = useRoom(roomId);
  const { Beginning: OfAssistant } = messageExtension();
  const isEmpty = useReplica(
    ({ timelines, messages }) => !timelines[roomId]?.ids.some((id) => messages[id]?.kind === "message"),
  );
  if (!room) return null;
  if (room.kind !== "assistant") return <RoomCoach room={room} isEmpty={isEmpty} />;
  return (
    <Suspense>
      <OfAssistant room={room} isEmpty={isEmpty} />
    </Suspense>
  );
}
