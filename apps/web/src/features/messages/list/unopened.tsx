import { useEffect } from "react";
import { ErrorState } from "../../../ui/error-state.tsx";
import { OutgoingRow } from "../row/outgoing-row.tsx";
import { useOutgoing } from "./use-lines.ts";

type Props = { roomId: string; problem: unknown; onRetry: () => void };

const nothing: readonly string[] = [];

/** What cannot be read now hides nothing of what waits to be sent. */
export function Unopened({ roomId, problem, onRetry }: Props) {
  useEffect(() => {
    addEventListener("online", onRetry);
    return () => removeEventListener("online", onRetry);
  }, [onRetry]);
  return (
    <div className="flex min-h-0 flex-1 flex-col overflow-y-auto pb-4">
      <ErrorState error={problem} onRetry={onRetry} className="m-auto" />
      <Waiting roomId={roomId} />
    </div>
  );
}

/** What one has written for a room, where its messages are not shown. */
export function Waiting({ roomId }: { roomId: string }) {
  const waiting = useOutgoing(roomId, undefined, nothing);
  return waiting.map((entry) => <OutgoingRow key={entry.id} entry={entry} isFirstOfGroup />);
}
