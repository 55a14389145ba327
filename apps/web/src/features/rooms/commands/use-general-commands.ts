import { useNavigate, useParams } from "@tanstack/react-router";
import { CheckCheck, Compass, FolderPlus, Hash, LayoutTemplate, SquarePen } from "lucide-react";
import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../../connection/index.ts";
import type { Command } from "../../../shell/index.ts";
import { usePermission } from "../../workspaces/index.ts";
import { roomDialog } from "../dialogs/openers.ts";
import { useRoomVerbs } from "../room/use-room-verbs.ts";
import { isWaitingIn } from "../sidebar/use-waiting.ts";

/** What can be done with rooms from anywhere. */
export function useGeneralCommands(): readonly Command[] {
  const t = useTranslations("rooms.commands");
  const navigate = useNavigate();
  const workspace = useWorkspace();
  const { markRead } = useRoomVerbs();
  const { slug } = useParams({ from: "/w/$slug" });
  const mayCreate = usePermission("room.create");
  const mayWrite = usePermission("room.direct");
  return useMemo(() => {
    const group = t("group");
    const markAllRead = () => {
      const { state } = workspace;
      for (const id of Object.keys(state.rooms)) if (isWaitingIn(state, id)) void markRead(id);
    };
    const all: (Command | false)[] = [
      mayCreate && {
        id: "rooms.new_channel",
        title: t("newChannel"),
        group,
        icon: Hash,
        keywords: t("newChannelWords"),
        run: () => roomDialog.open({ kind: "new-channel" }),
      },
      mayCreate && {
        id: "rooms.create_from_template",
        title: t("fromTemplate"),
        group,
        icon: LayoutTemplate,
        run: () => roomDialog.open({ kind: "from-template" }),
      },
      mayWrite && {
        id: "rooms.new_message",
        title: t("newMessage"),
        group,
        icon: SquarePen,
        keys: "alt+n",
        keywords: t("newMessageWords"),
        run: () => roomDialog.open({ kind: "new-message" }),
      },
      {
        id: "rooms.browse",
        title: t("browse"),
        group,
        icon: Compass,
        run: () => void navigate({ to: "/w/$slug/browse", params: { slug } }),
      },
      {
        id: "rooms.new_category",
        title: t("newCategory"),
        group,
        icon: FolderPlus,
        run: () => roomDialog.open({ kind: "new-category" }),
      },
      {
        id: "rooms.mark_all_read",
        title: t("markAllRead"),
        group,
        icon: CheckCheck,
        keys: "mod+shift+e",
        run: markAllRead,
      },
    ];
    return all.filter((command) => command !== false);
  }, [t, navigate, workspace, markRead, slug, mayCreate, mayWrite]);
}
