import { useCallback, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { isShallowEqual, useReplica, useWorkspace } from "../../../connection/index.ts";
import { useToast } from "../../../ui/toast.tsx";
import type { Arrival } from "../reading/use-arrival.ts";
import { useMarkRead } from "../reading/use-mark-read.ts";
import { JumpToNewest } from "./jump-to-newest.tsx";
import type { Scroller, Start, View } from "./line-scroller.tsx";
import { MessageLines } from "./message-lines.tsx";
import { RowSkeletons } from "./row-skeletons.tsx";
import { StickyDay } from "./sticky-day.tsx";
import { Unopened } from "./unopened.tsx";
import { UnreadBar } from "./unread-bar.tsx";
import { useAnnounceNew } from "./use-announce-new.ts";
import { useFollowOwn } from "./use-follow-own.ts";
import { useJumps } from "./use-jumps.ts";
import { useRoomLines } from "./use-lines.ts";
import { useOpening } from "./use-opening.ts";
import { usePaging } from "./use-paging.ts";
import { usePointedOut } from "./use-pointed-out.ts";

type Props = { roomId: string /** A message to begin at and point out. */; at: string | undefined; arrival: Arrival };

const nowhere: View = { first: undefined, last: undefined, belowDay: undefined, isAtEnd: false };

/** A room's messages. Give a `key` of the room and `at`. */
export function MessageList({ roomId, at, arrival }: Props) {
  const opening = useOpening(roomId, at);
  if (opening.problem !== undefined)
    return <Unopened roomId={roomId} problem={opening.problem} onRetry={opening.retry} />;
  if (!opening.isReady) {
    return (
      <div className="flex min-h-0 flex-1 flex-col justify-end overflow-hidden pb-4" aria-busy="true">
        <RowSkeletons count={16} />
      </div>
    );
  }
  return <Opened roomId={roomId} at={at} arrival={arrival} />;
}

function Opened({ roomId, at, arrival }: Props) {
  const t = useTranslations("messages.list");
  const workspace = useWorkspace();
  const toast = useToast();
  const scroller = useRef<Scroller>(null);
  const [view, setView] = useState(nowhere);
  const lines = useRoomLines(roomId, arrival.newFromSeq);
  const hasNewer = useReplica(({ timelines }) => timelines[roomId]?.hasNewer ?? false);
  const look = useCallback((next: View) => setView((held) => (isShallowEqual(held, next) ? held : next)), []);
  const jumps = useJumps(roomId, scroller);

  usePaging(roomId, lines, view);
  useMarkRead(roomId, view.isAtEnd && !hasNewer && !arrival.isPending);
  useAnnounceNew(roomId);
  useFollowOwn(roomId, undefined, hasNewer ? jumps.toNewest : () => scroller.current?.toEnd());

  // The list begins once; what comes later does not move it.
  const [start] = useState<Start>(() => {
    if (at !== undefined) return { key: at, align: "center" };
    const firstNew = lines.find((line) => "isFirstNew" in line && line.isFirstNew);
    return arrival.isFresh && firstNew ? { key: firstNew.key, align: "start" } : undefined;
  });

  const markRead = () => {
    arrival.dismiss();
    workspace.markRead(roomId).catch(toast.showProblem);
  };
  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <StickyDay line={view.belowDay} onJump={jumps.toDay} />
      <UnreadBar arrival={arrival} view={view} onJump={jumps.toMessage} onMarkRead={markRead} />
      <MessageLines
        ref={scroller}
        name={at === undefined ? roomId : `${roomId} ${at}`}
        label={t("label")}
        place="room"
        beginningOf={roomId}
        lines={lines}
        start={start}
        pointedOutId={usePointedOut(at)}
        onView={look}
        onJumpToDay={jumps.toDay}
      />
      {(!view.isAtEnd || hasNewer) && view !== nowhere && (
        <JumpToNewest roomId={roomId} hasNewer={hasNewer} onJump={jumps.toNewest} />
      )}
    </div>
  );
}
