import { ErrorState } from "../../ui/error-state.tsx";
import { useVisitedRoom } from "../rooms/index.ts";
import { Composer } from "./composer/index.ts";
import { MessageList } from "./list/message-list.tsx";
import { useArrival } from "./reading/use-arrival.ts";

/** What is said in a room, and where one says something, on a page that is about something else. */
export function Conversation({ roomId }: { roomId: string }) {
  const { room, problem } = useVisitedRoom(roomId);
  if (problem !== undefined) return <ErrorState error={problem} />;
  return room ? <Opened roomId={room.id} /> : null;
}

function Opened({ roomId }: { roomId: string }) {
  const arrival = useArrival(roomId);
  return (
    <>
      <MessageList roomId={roomId} at={undefined} arrival={arrival} />
      <Composer roomId={roomId} />
    </>
  );
}
