import { useEffect, useState } from "react";

const shownForMs = 1_500;

/** The message that a link led to, until its highlight fades. */
export function usePointedOut(messageId: string | undefined): string | undefined {
  const [seenId, setSeenId] = useState<string>();
  useEffect(() => {
    if (messageId === undefined) return;
    const timer = setTimeout(() => setSeenId(messageId), shownForMs);
    return () => clearTimeout(timer);
  }, [messageId]);
  return messageId === seenId ? undefined : messageId;
}
