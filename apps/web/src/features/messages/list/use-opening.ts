import type { Replica } from "@althing/sdk";
import { useNavigate } from "@tanstack/react-router";
import { useCallback, useEffect, useState } from "react";
import { useClient, useReplica, useWorkspace } from "../../../connection/index.ts";
import { useToast } from "../../../ui/toast.tsx";
import { useShowMessage } from "../message-address.ts";
import { positionIn } from "./positions.ts";

/** Loads the part of a room where one wants to be, unless it is loaded. What is there is shown at once. */
export function useOpening(roomId: string, at: string | undefined) {
  const workspace = useWorkspace();
  const client = useClient();
  const showMessage = useShowMessage();
  const navigate = useNavigate();
  const toast = useToast();
  const [isThere, setThere] = useState(() => isLoaded(workspace.state, roomId, at));
  const [problem, setProblem] = useState<unknown>();
  const isHeld = useReplica(({ timelines }) => timelines[roomId] !== undefined);

  const load = useCallback(async () => {
    setProblem(undefined);
    try {
      const target = at ?? findRemembered(workspace.state, roomId);
      if (isLoaded(workspace.state, roomId, at)) return setThere(true);
      await workspace.windows.jumpTo(roomId, target);
      setThere(true);
    } catch (failure) {
      if (at === undefined || (failure as { code?: unknown }).code !== "message_not_found") return setProblem(failure);
      // It may have been moved to another room since someone wrote the link.
      const message = await client.messages.findMessage({ messageId: at }).catch(() => undefined);
      if (message && message.roomId !== roomId) return showMessage(message);
      // A link that leads nowhere any more still leads to its room.
      toast.showProblem(failure);
      void navigate({ to: ".", search: (search) => ({ ...search, at: undefined }), replace: true });
    }
  }, [workspace, client, navigate, toast, showMessage, roomId, at]);

  useEffect(() => {
    // Later events may let go of what was loaded: then it is loaded again.
    if (!isThere || !isHeld) void load();
  }, [isThere, isHeld, load]);
  return { isReady: isThere && isHeld, problem, retry: load };
}

/** Whether the screen can be painted from what is known. */
function isLoaded({ timelines, messages }: Replica, roomId: string, at: string | undefined): boolean {
  const timeline = timelines[roomId];
  if (!timeline) return false;
  const target = at ?? findRemembered({ timelines, messages }, roomId);
  if (target === undefined) return !timeline.hasNewer;
  return timeline.ids.includes(target) || messages[target]?.parentId != null;
}

/** The message at which one was; undefined for the end. */
function findRemembered({ messages }: Pick<Replica, "messages" | "timelines">, roomId: string): string | undefined {
  const position = positionIn(roomId);
  return typeof position === "object" && position.key in messages ? position.key : undefined;
}
