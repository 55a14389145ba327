import { type EventOf, messages } from "@althing/contract";
import { useEffect } from "react";
import { useLive } from "../../../connection/index.ts";

/** What was read, here or elsewhere, leaves this device's notifications; where no window is open, a push says so. */
export function useNoticesClosed(): void {
  const live = useLive();
  useEffect(
    () =>
      live.onEvents((all) => {
        for (const { type, data } of all)
          if (type === messages.MessagesRead.type)
            void closeNotices(data as EventOf<typeof messages.MessagesRead>["data"]);
      }),
    [live],
  );
}

async function closeNotices({ roomId, lastReadSeq }: { roomId: string; lastReadSeq: number }): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration();
  const notices = (await registration?.getNotifications({ tag: roomId })) ?? [];
  for (const notice of notices) if (notice.data.seq <= lastReadSeq) notice.close();
}
