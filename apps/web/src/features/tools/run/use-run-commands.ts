import { useParams } from "@tanstack/react-router";
import { Wrench } from "lucide-react";
import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { type Command, useCommands } from "../../../shell/index.ts";
import { useSlashCommands } from "../../messages/index.ts";
import { useRoomPermission } from "../../rooms/index.ts";
import { running } from "./running.ts";

/** A tool run by hand in the room on screen: from the palette, and by `/run`. */
export function useRunCommands(): void {
  const t = useTranslations("tools.commands");
  const roomId = useParams({ strict: false, select: (params) => params.roomId }) ?? "";
  const mayRun = useRoomPermission(roomId, "tool.use");
  useCommands(
    useMemo(
      (): Command[] =>
        mayRun
          ? [
              {
                id: "tools.run",
                title: t("run"),
                group: t("group"),
                icon: Wrench,
                run: () => running.open({ roomId, tool: "" }),
              },
            ]
          : [],
      [t, roomId, mayRun],
    ),
  );
  useSlashCommands(
    useMemo(
      () =>
        mayRun
          ? [
              {
                name: "run",
                title: t("run"),
                hint: t("runHint"),
                run: (tool, { roomId: here }) => {
                  running.open({ roomId: here, tool });
                  return undefined;
                },
              },
            ]
          : [],
      [t, mayRun],
    ),
  );
}
