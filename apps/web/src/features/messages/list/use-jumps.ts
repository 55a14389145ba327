import { useNavigate } from "@tanstack/react-router";
import { type RefObject, useMemo } from "react";
import { useWorkspace } from "../../../connection/index.ts";
import { useToast } from "../../../ui/toast.tsx";
import type { Scroller } from "./line-scroller.tsx";
import { momentOf } from "./lines.ts";
import { rememberPosition } from "./positions.ts";

/** Ways to other parts of a room's history. Each leaves an entry in the browser's history, so that back works. */
export function useJumps(roomId: string, scroller: RefObject<Scroller | null>) {
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
          await workspace.windows.jumpToTime(roomId, day.toISOString());
          const { timelines, messages } = workspace.state;
          const ids = timelines[roomId]?.ids ?? [];
          const isLater = (id: string) => {
            const message = messages[id];
            return message !== undefined && momentOf(message).at >= day.getTime();
          };
          show(ids.find(isLater) ?? ids.at(-1));
        } catch (problem) {
          toast.showProblem(problem);
        }
      },
    };
  }, [workspace, navigate, toast, roomId, scroller]);
}
