import type { rooms } from "@althing/contract";
import { useNavigate, useParams } from "@tanstack/react-router";
import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { useClient, useWorkspace } from "../../../connection/index.ts";
import { useToast } from "../../../ui/toast.tsx";

type Placement = Partial<rooms.RoomPlacement>;

/** What one can do with a room at once. A failure is told; dialogs ask by themselves before they call these. */
export function useRoomVerbs() {
  const t = useTranslations("rooms.verbs");
  const client = useClient();
  const workspace = useWorkspace();
  const navigate = useNavigate();
  const toast = useToast();
  const { slug } = useParams({ from: "/w/$slug" });

  return useMemo(() => {
    const attempt = async (action: Promise<unknown>, done?: string) => {
      try {
        await action;
        if (done) toast.show({ title: done });
      } catch (problem) {
        toast.showProblem(problem);
      }
    };
    const linkTo = (roomId: string) => new URL(`/w/${slug}/r/${roomId}`, location.href).href;
    return {
      open: (roomId: string) => void navigate({ to: "/w/$slug/r/$roomId", params: { slug, roomId } }),
      place: (roomId: string, placement: Placement) => attempt(client.rooms.placeRoom({ roomId, ...placement })),
      markRead: (roomId: string) => attempt(workspace.markRead(roomId)),
      copyLink: (roomId: string) => attempt(navigator.clipboard.writeText(linkTo(roomId)), t("linkCopied")),
      join: (roomId: string) => attempt(client.rooms.joinRoom({ roomId })),
      restore: (roomId: string) => attempt(client.rooms.restoreRoom({ roomId }), t("restored")),
    };
  }, [t, client, workspace, navigate, toast, slug]);
}
