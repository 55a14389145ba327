import type { rooms } from "@althing/contract";
import { CheckCheck, CircleHelp, Pin } from "lucide-react";
import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../connection/index.ts";
import { type Command, useCommands, usePanel } from "../../shell/index.ts";
import { useToast } from "../../ui/toast.tsx";
import { explaining } from "./actions/openers.ts";

/** What can be done with the messages of the room on screen. */
export function RoomCommands({ room: { id } }: { room: rooms.MyRoom }) {
  const t = useTranslations("messages.room");
  const workspace = useWorkspace();
  const toast = useToast();
  const panel = usePanel();
  useCommands(
    useMemo(
      (): Command[] => [
        {
          id: "messages.read_room",
          title: t("markRead"),
          group: t("group"),
          icon: CheckCheck,
          keys: "shift+escape",
          whileWriting: true,
          run: () => void workspace.markRead(id).catch(toast.showProblem),
        },
        {
          id: "messages.show_pins",
          title: t("showPins"),
          group: t("group"),
          icon: Pin,
          run: () => panel.show("pins", id),
        },
        {
          id: "messages.explain_unread",
          title: t("explain"),
          group: t("group"),
          icon: CircleHelp,
          keywords: t("explainKeywords"),
          run: () => explaining.open({ roomId: id }),
        },
      ],
      [t, workspace, toast, panel, id],
    ),
  );
  return null;
}
