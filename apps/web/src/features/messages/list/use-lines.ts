import type { Outgoing, Timeline } from "@althing/sdk";
import { useMemo } from "react";
import { useOutbox, useReplica, useWorkspace } from "../../../connection/index.ts";
import { useMyId } from "../../accounts/index.ts";
import { messageExtension, type Tail } from "../extension.ts";
import { type Line, lineUp } from "./lines.ts";

const nothing: Timeline = { ids: [], hasOlder: false, hasNewer: false, upToSeq: 0 };

/** A room's loaded messages and what is on its way there, as lines. */
export function useRoomLines(roomId: string, newFromSeq: number | null): readonly Line[] {
  const timeline = useReplica(({ timelines }) => timelines[roomId] ?? nothing);
  const { useTails, useShown } = messageExtension();
  const shown = useShown(roomId);
  const part = useMemo(
    () => (shown ? { ...timeline, ids: timeline.ids.filter((id) => shown.has(id)) } : timeline),
    [timeline, shown],
  );
  return useLines(part, useOutgoing(roomId, undefined, timeline.ids), useTails(roomId, undefined), newFromSeq);
}

/** A thread's root and loaded replies, and what is on its way there, as lines. */
export function useThreadLines(roomId: string, rootId: string, newFromSeq: number | null): readonly Line[] {
  const thread = useReplica(({ threads }) => threads[rootId]);
  const part = useMemo(
    () => ({ ...nothing, ids: [rootId, ...(thread?.replyIds ?? [])], hasNewer: thread?.hasNewer ?? false }),
    [rootId, thread],
  );
  const { useTails } = messageExtension();
  return useLines(part, useOutgoing(roomId, rootId, part.ids), useTails(roomId, rootId), newFromSeq);
}

function useLines(
  part: Timeline,
  outgoing: readonly Outgoing[],
  tails: readonly Tail[],
  newFromSeq: number | null,
): readonly Line[] {
  const workspace = useWorkspace();
  const myId = useMyId();
  return useMemo(() => {
    const { ids, hasOlder, hasNewer } = part;
    const held = workspace.state.messages;
    // Lines depend on who wrote when, which no event changes; what does change, each row hears itself.
    return lineUp({
      messages: ids.flatMap((id) => held[id] ?? []),
      outgoing,
      tails,
      hasOlder,
      hasNewer,
      newFromSeq,
      myId,
    });
  }, [workspace, part, outgoing, tails, newFromSeq, myId]);
}

/** What I wrote there and the server does not have yet. What has arrived already is not there twice. */
export function useOutgoing(roomId: string, parentId: string | undefined, ids: readonly string[]): readonly Outgoing[] {
  const entries = useOutbox();
  return useMemo(() => {
    const mine = entries.filter(({ draft }) => draft.roomId === roomId && draft.parentId === parentId);
    return mine.filter(({ id }) => !ids.includes(id));
  }, [entries, roomId, parentId, ids]);
}
