import { messages } from "@althing/contract";
import { useNavigate } from "@tanstack/react-router";
import { type RefObject, useMemo } from "react";
import { useClient, useWorkspace } from "../../../connection/index.ts";
import { useToast } from "../../../ui/toast.tsx";
import type { Scroller } from "./line-scroller.tsx";
import { momentOf } from "./lines.ts";
import { rememberPosition } from "./positions.ts";

/** Ways to other parts of a room's history. Each leaves an entry in the browser's history, so that back works. */
export function useJumps(roomId: string, scroller: RefObject<Scroller | null>) {
  const client = useClient();
  const workspace = useWorkspace();
  const navigate = useNavigate();
  const toast = useToast();
  return useMemo(() => {
    const show = (at: string | undefined) => void navigate({ to: ".", search: (search) => ({ ...search, at }) });
    return {
      toMessage: show,
      async toNewest() {
        try {
          if (workspace.state.timelines[roomId]?.hasNewer) await workspace.windows.jumpTo(roomId);
          rememberPosition(roomId, "end");
          if (location.search.includes("at=")) show(undefined);
          else scroller.current?.toEnd();
        } catch (problem) {
          toast.showProblem(problem);
        }
      },
      async toDay(day: Date) {
        try {
          // Only looked up here: the list that is left keeps what it shows, and the place to come back to.
          const { items } = await client.page(messages.listMessages, { roomId, at: day.toISOString(), limit: 50 });
          const isLater = (message: messages.Message) => momentOf(message).at >= day.getTime();
          show((items.find(isLater) ?? items.at(-1))?.id);
        } catch (problem) {
          toast.showProblem(problem);
        }
      },
    };
  }, [client, workspace, navigate, toast, roomId, scroller]);
}
