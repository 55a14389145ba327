import { useSearch } from "@tanstack/react-router";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { useClient, useReplica, useWorkspace } from "../../../connection/index.ts";
import { PanelFrame } from "../../../shell/index.ts";
import { ErrorState } from "../../../ui/error-state.tsx";
import { useRoom, useRoomTitle } from "../../rooms/index.ts";
import { Composer } from "../composer/index.ts";
import type { Scroller, View } from "../list/line-scroller.tsx";
import { MessageLines } from "../list/message-lines.tsx";
import { RowSkeletons } from "../list/row-skeletons.tsx";
import { useFollowOwn } from "../list/use-follow-own.ts";
import { useThreadLines } from "../list/use-lines.ts";
import { usePointedOut } from "../list/use-pointed-out.ts";
import { TypingLine } from "../reading/typing-line.tsx";
import { ThreadActions } from "./thread-actions.tsx";
import { useMarkThreadRead } from "./use-mark-thread-read.ts";

/** A message and what was answered to it, beside its room. */
export function ThreadPanel({ subject: rootId }: { subject: string }) {
  const t = useTranslations("messages.thread");
  const { problem, retry } = useOpenThread(rootId);
  const roomId = useReplica(({ threads }) => threads[rootId]?.roomId);
  const root = useReplica(({ messages }) => messages[rootId]);
  const room = useRoom(roomId ?? root?.roomId ?? "");
  const title = useRoomTitle(room ?? { name: "", people: [] });
  return (
    <PanelFrame title={t("title")} subtitle={title} actions={root && <ThreadActions root={root} />}>
      {problem !== undefined && <ErrorState error={problem} onRetry={retry} />}
      {problem === undefined && !roomId && <RowSkeletons count={4} />}
      {roomId && <Replies roomId={roomId} rootId={rootId} />}
      {roomId && room?.joined && (
        <>
          <Composer roomId={roomId} parentId={rootId} autoFocus />
          <TypingLine roomId={roomId} parentId={rootId} />
        </>
      )}
    </PanelFrame>
  );
}

function Replies({ roomId, rootId }: { roomId: string; rootId: string }) {
  const t = useTranslations("messages.thread");
  const { windows, state } = useWorkspace();
  const { at } = useSearch({ strict: false });
  const scroller = useRef<Scroller>(null);
  const [isAtEnd, setAtEnd] = useState(false);
  const [readSeq] = useState(() => state.standings[rootId]?.lastReadSeq ?? 0);
  const newFromSeq = useReplica(({ threads, messages, accountId }) => {
    const replies = threads[rootId]?.replyIds.flatMap((id) => messages[id] ?? []) ?? [];
    return readSeq === 0
      ? null
      : (replies.find((one) => one.seq > readSeq && one.author.id !== accountId)?.seq ?? null);
  });
  const [opened] = useState(newFromSeq);
  const lines = useThreadLines(roomId, rootId, opened);
  const hasNewer = useReplica(({ threads }) => threads[rootId]?.hasNewer ?? false);
  useMarkThreadRead(rootId, isAtEnd && !hasNewer);
  useFollowOwn(roomId, rootId, () => scroller.current?.toEnd());

  const look = useCallback(
    ({ isAtEnd: next }: View) => {
      setAtEnd(next);
      if (next && hasNewer) windows.openThread(roomId, rootId).catch(() => undefined);
    },
    [windows, roomId, rootId, hasNewer],
  );
  const reply = lines.some(({ key }) => key === at) && at !== rootId ? at : undefined;
  const start = useMemo(() => (reply ? ({ key: reply, align: "center" } as const) : undefined), [reply]);
  useEffect(() => {
    if (reply) scroller.current?.show(reply, "center");
  }, [reply]);
  return (
    <MessageLines
      ref={scroller}
      name={`thread ${rootId}`}
      label={t("label")}
      place="thread"
      lines={lines}
      start={start}
      pointedOutId={usePointedOut(reply)}
      onView={look}
    />
  );
}

/** Loads a thread by its root alone: an address does not say in which room it is. */
function useOpenThread(rootId: string) {
  const workspace = useWorkspace();
  const { messages } = useClient();
  const [problem, setProblem] = useState<unknown>();
  const isLoaded = useReplica(({ threads }) => threads[rootId] !== undefined);
  const load = useCallback(async () => {
    setProblem(undefined);
    try {
      const root = workspace.state.messages[rootId] ?? (await messages.findMessage({ messageId: rootId }));
      await workspace.windows.openThread(root.roomId, rootId);
    } catch (failure) {
      setProblem(failure);
    }
  }, [workspace, messages, rootId]);
  useEffect(() => {
    if (!isLoaded) void load();
  }, [isLoaded, load]);
  return { problem, retry: load };
}
