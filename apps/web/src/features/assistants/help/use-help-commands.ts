import { useParams } from "@tanstack/react-router";
import { Languages, ListTodo, PenLine, ScrollText } from "lucide-react";
import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { type Command, useCommands, usePanel } from "../../../shell/index.ts";
import { useSlashCommands } from "../../messages/index.ts";
import { useRoomPermission } from "../../rooms/index.ts";
import { useHidesAssistants } from "../use-assistants.ts";
import { type HelpPurpose, useHelp } from "./use-help.ts";

const offers = [
  { purpose: "summary", icon: ScrollText, slash: "summary" },
  { purpose: "actions", icon: ListTodo, slash: "actions" },
  { purpose: "draft", icon: PenLine, slash: "draft" },
  { purpose: "translation", icon: Languages, slash: "translate" },
] as const satisfies readonly { purpose: HelpPurpose; slash: string; [more: string]: unknown }[];

/** Help with the room on screen, and with the thread beside it: in the palette, by key and as slash commands. */
export function useHelpCommands(): void {
  const t = useTranslations("assistants.help");
  const help = useHelp();
  const { open } = usePanel();
  const roomId = useParams({ strict: false, select: (params) => params.roomId }) ?? "";
  const mayAsk = useRoomPermission(roomId, "assistant.ask");
  const isHidden = useHidesAssistants();
  const threadId = open?.kind === "thread" ? open.subject : undefined;
  const isOffered = roomId !== "" && mayAsk && !isHidden;
  useCommands(
    useMemo(
      (): Command[] =>
        isOffered
          ? offers.map(({ purpose, icon }) => ({
              id: `assistants.${purpose}`,
              title: t(threadId ? `ofThread.${purpose}` : `ofRoom.${purpose}`),
              group: t("group"),
              icon,
              run: () => void help(purpose, { roomId, parentId: threadId }),
            }))
          : [],
      [t, help, roomId, threadId, isOffered],
    ),
  );
  useSlashCommands(
    useMemo(
      () =>
        isHidden
          ? []
          : offers.map(({ purpose, slash }) => ({
              name: slash,
              title: t(`slash.${purpose}`),
              ...((purpose === "draft" || purpose === "translation") && { hint: t("slashHint") }),
              run: async (argument, { roomId: at, parentId }) => {
                await help(purpose, { roomId: at, parentId, ...(argument && { question: argument }) });
                return undefined;
              },
            })),
      [t, help, isHidden],
    ),
  );
}
