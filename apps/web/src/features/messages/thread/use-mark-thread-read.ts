import { useEffect } from "react";
import { useClient, useReplica } from "../../../connection/index.ts";
import { useIsHere } from "../reading/use-mark-read.ts";

const glanceMs = 600;

/** Reads a thread while its end is in sight of someone who is here. */
export function useMarkThreadRead(rootId: string, isEndInSight: boolean): void {
  const { messages } = useClient();
  const isHere = useIsHere();
  const lastId = useReplica(({ threads }) => threads[rootId]?.replyIds.at(-1));
  const isUnread = useReplica(
    ({ standings, messages }) => (messages[lastId ?? ""]?.seq ?? 0) > (standings[rootId]?.lastReadSeq ?? 0),
  );
  const isWanted = isEndInSight && isHere && isUnread;
  useEffect(() => {
    if (!isWanted || lastId === undefined) return;
    const timer = setTimeout(() => messages.readMessage({ messageId: lastId }).catch(() => undefined), glanceMs);
    return () => clearTimeout(timer);
  }, [isWanted, lastId, messages]);
}
