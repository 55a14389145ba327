import { useParams } from "@tanstack/react-router";
import { useMemo } from "react";
import { usePanel } from "../../../shell/index.ts";
import { useRoomPermission } from "../../rooms/index.ts";
import type { Place } from "../openers.ts";

/** Where one would write now, if one may: the thread beside the room, or the room on screen. */
export function usePlace(): Place | undefined {
  const { open } = usePanel();
  const roomId = useParams({ strict: false, select: (params) => params.roomId }) ?? "";
  const mayWrite = useRoomPermission(roomId, "message.send");
  const parentId = open?.kind === "thread" ? open.subject : undefined;
  return useMemo(() => (mayWrite ? { roomId, parentId } : undefined), [mayWrite, roomId, parentId]);
}
