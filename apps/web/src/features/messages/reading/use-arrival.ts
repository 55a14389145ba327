import type { messages } from "@althing/contract";
import { type Client, unreadOf } from "@althing/sdk";
import { useCallback, useEffect, useState } from "react";
import { useClient, useReplica, useWorkspace } from "../../../connection/index.ts";
import { releaseUnread, useIsUnreadHeld } from "./held-unread.ts";

export type Arrival = {
  /** Where the unread began when one came: the divider stays there while one reads. */
  newFromSeq: number | null;
  /** What waited then, until it is dismissed; with its first message as soon as that is known. */
  missed: { count: number; message: messages.Message | undefined } | null;
  /** Whether one has just come: the list begins at the divider. */
  isFresh: boolean;
  /** Whether reading must wait: what waited is still asked for. */
  isPending: boolean;
  dismiss(): void;
};

/** What waited in a room when it was opened. Call it in a component with the room as its `key`. */
export function useArrival(roomId: string): Arrival {
  const workspace = useWorkspace();
  const [began] = useState(() => unreadOf(workspace.state, roomId));
  const [newFromSeq, setNewFromSeq] = useState(began.count > 0 ? began.firstUnreadSeq : null);
  const [isDismissed, setDismissed] = useState(began.count === 0);
  const isHeld = useIsUnreadHeld(roomId);
  const firstUnreadSeq = useReplica((replica) => unreadOf(replica, roomId).firstUnreadSeq);

  useEffect(() => releaseUnread(roomId), [roomId]);
  // What comes while one is elsewhere, or is marked unread by hand, moves the divider; what one sees come does not.
  useEffect(() => {
    if (firstUnreadSeq !== null && (isHeld || !document.hasFocus())) setNewFromSeq(firstUnreadSeq);
  }, [firstUnreadSeq, isHeld]);

  const loaded = useReplica(({ timelines, messages }) => {
    const ids = timelines[roomId]?.ids ?? [];
    return messages[ids.find((id) => (messages[id]?.seq ?? 0) >= (began.firstUnreadSeq ?? Infinity)) ?? ""];
  });
  const isAbove = useReplica(({ timelines, messages }) => {
    const timeline = timelines[roomId];
    const oldest = messages[timeline?.ids[0] ?? ""]?.seq ?? 0;
    return timeline?.hasOlder === true && oldest > (began.firstUnreadSeq ?? Infinity);
  });
  const { data, isPending } = useFirstUnread(roomId, isAbove && !isDismissed);
  return {
    newFromSeq,
    missed: isDismissed ? null : { count: began.count, message: isAbove ? data : loaded },
    isFresh: !isDismissed,
    isPending: isAbove && !isDismissed && isPending,
    dismiss: useCallback(() => setDismissed(true), []),
  };
}

/** The first unread message where it is not loaded. It is asked for before reading the room makes that unknowable. */
function useFirstUnread(roomId: string, enabled: boolean) {
  const { messages } = useClient();
  const [found, setFound] = useState<{ message: messages.Message | undefined }>();
  useEffect(() => {
    if (!enabled) return;
    let isWanted = true;
    const tell = (message?: messages.Message) => isWanted && setFound({ message });
    findFirstUnread(messages, roomId).then(tell, () => tell());
    return () => {
      isWanted = false;
    };
  }, [messages, roomId, enabled]);
  return { data: found?.message, isPending: !found };
}

async function findFirstUnread(client: Client["messages"], roomId: string): Promise<messages.Message | undefined> {
  const { counted } = await client.explainUnread({ roomId });
  const [first] = counted.filter(({ because }) => because !== "thread_followed").sort((a, b) => a.seq - b.seq);
  return first && client.getMessage({ roomId, messageId: first.messageId });
}
