import type { rooms } from "@althing/contract";
import { useNavigate, useParams } from "@tanstack/react-router";
import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { useClient } from "../../../connection/index.ts";
import { useConfirm } from "../../../ui/confirm-dialog.tsx";
import { useToast } from "../../../ui/toast.tsx";
import { useMyId } from "../../accounts/index.ts";
import { roomDialog } from "../dialogs/openers.ts";
import { roomTitle } from "./room-title.ts";

/** What is hard to take back: each asks first, and says what will happen. */
export function useFarewells() {
  const t = useTranslations("rooms.farewells");
  const client = useClient();
  const confirm = useConfirm();
  const toast = useToast();
  const myId = useMyId();
  const navigate = useNavigate();
  const { slug } = useParams({ from: "/w/$slug" });

  return useMemo(() => {
    const ask = async (verb: "leave" | "archive" | "delete", room: rooms.MyRoom, act: () => Promise<unknown>) => {
      const name = roomTitle(room, myId);
      const detail = verb === "leave" && room.visibility === "private" ? t("leave.detailPrivate") : t(`${verb}.detail`);
      const question = {
        title: t(`${verb}.title`, { name }),
        description: detail,
        action: t(`${verb}.action`),
        danger: true,
      };
      if (!(await confirm(question))) return;
      try {
        await act();
      } catch (problem) {
        toast.showProblem(problem);
        return;
      }
      const isHere = location.pathname.endsWith(`/r/${room.id}`);
      if (isHere && verb !== "archive") void navigate({ to: "/w/$slug", params: { slug } });
    };
    return {
      leave: (room: rooms.MyRoom) => {
        const hasToPassOn = room.kind === "channel" && room.ownerId === myId;
        if (hasToPassOn) roomDialog.open({ kind: "transfer", roomId: room.id, thenLeave: true });
        else void ask("leave", room, () => client.rooms.leaveRoom({ roomId: room.id }));
      },
      archive: (room: rooms.MyRoom) => void ask("archive", room, () => client.rooms.archiveRoom({ roomId: room.id })),
      remove: (room: rooms.MyRoom) => void ask("delete", room, () => client.rooms.deleteRoom({ roomId: room.id })),
    };
  }, [t, client, confirm, toast, myId, navigate, slug]);
}
