import { useNavigate, useParams } from "@tanstack/react-router";
import { useCallback } from "react";
import { useClient, useWorkspace } from "../../../connection/index.ts";
import { useToast } from "../../../ui/toast.tsx";

/** Opens the direct message with someone; with yourself, your notes. */
export function useDirectMessage(): (accountId: string) => Promise<void> {
  const { rooms } = useClient();
  const { id: workspaceId, state } = useWorkspace();
  const { slug } = useParams({ from: "/w/$slug" });
  const navigate = useNavigate();
  const { showProblem } = useToast();
  const myId = state.accountId;
  return useCallback(
    async (accountId) => {
      try {
        const memberIds = accountId === myId ? [] : [accountId];
        const room = await rooms.createRoom({ workspaceId, kind: "dm", memberIds });
        await navigate({ to: "/w/$slug/r/$roomId", params: { slug, roomId: room.id } });
      } catch (problem) {
        showProblem(problem);
      }
    },
    [rooms, workspaceId, myId, slug, navigate, showProblem],
  );
}
