import { useParams } from "@tanstack/react-router";
import { ArrowDown, ArrowUp } from "lucide-react";
import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../../connection/index.ts";
import type { Command } from "../../../shell/index.ts";
import { useRoomVerbs } from "../room/use-room-verbs.ts";
import { isFolded } from "../sidebar/folds.ts";
import { useArrange } from "../sidebar/use-arrangement.ts";
import { isWaitingIn } from "../sidebar/use-waiting.ts";

/** From room to room in the order of the sidebar, past what is folded; after the last comes the first. */
export function useWalkCommands(): readonly Command[] {
  const t = useTranslations("rooms.commands");
  const workspace = useWorkspace();
  const arrange = useArrange();
  const { open } = useRoomVerbs();
  const current = useParams({ strict: false, select: (params) => params.roomId });
  return useMemo(() => {
    const group = t("group");
    const walk = (by: 1 | -1, isWanted: (roomId: string) => boolean) => {
      const order = arrange(workspace.state).flatMap(({ id, category, roomIds }) =>
        (category?.collapsed ?? isFolded(id))
          ? roomIds.filter((roomId) => roomId === current || isWaitingHere(roomId))
          : roomIds,
      );
      const at = order.indexOf(current ?? "");
      const start = at < 0 && by === -1 ? 0 : at;
      const ring = order.map((_, step) => order.at((start + by * (step + 1)) % order.length));
      const next = ring.find((roomId) => roomId !== undefined && roomId !== current && isWanted(roomId));
      if (next) open(next);
    };
    const isWaitingHere = (roomId: string) => isWaitingIn(workspace.state, roomId);
    const any = () => true;
    return [
      { id: "rooms.next", title: t("next"), group, icon: ArrowDown, keys: "alt+arrowdown", run: () => walk(1, any) },
      {
        id: "rooms.previous",
        title: t("previous"),
        group,
        icon: ArrowUp,
        keys: "alt+arrowup",
        run: () => walk(-1, any),
      },
      {
        id: "rooms.next_unread",
        title: t("nextUnread"),
        group,
        icon: ArrowDown,
        keys: "alt+shift+arrowdown",
        run: () => walk(1, isWaitingHere),
      },
      {
        id: "rooms.previous_unread",
        title: t("previousUnread"),
        group,
        icon: ArrowUp,
        keys: "alt+shift+arrowup",
        run: () => walk(-1, isWaitingHere),
      },
    ];
  }, [t, workspace, arrange, open, current]);
}
