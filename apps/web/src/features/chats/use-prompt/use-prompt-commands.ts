import { useNavigate, useParams } from "@tanstack/react-router";
import { NotebookPen } from "lucide-react";
import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { type Command, useCommands } from "../../../shell/index.ts";
import { useHidesAssistants } from "../../assistants/index.ts";
import { useSlashCommands } from "../../messages/index.ts";
import { choosing } from "../openers.ts";
import { usePlace } from "./use-place.ts";

/** Prompts in the palette and as `/prompt`. Who would rather see no assistants is not offered them. */
export function usePromptCommands(): void {
  const t = useTranslations("chats.commands");
  const { slug } = useParams({ from: "/w/$slug" });
  const navigate = useNavigate();
  const place = usePlace();
  const isHidden = useHidesAssistants();
  useCommands(
    useMemo((): Command[] => {
      if (isHidden) return [];
      const list = {
        id: "chats.list_prompts",
        title: t("list"),
        group: t("group"),
        icon: NotebookPen,
        run: () => void navigate({ to: "/w/$slug/assistants/prompts", params: { slug } }),
      };
      const insert = place && {
        id: "chats.insert_prompt",
        title: t("insert"),
        group: t("group"),
        icon: NotebookPen,
        run: () => choosing.open({ query: "", place }),
      };
      return insert ? [insert, list] : [list];
    }, [t, navigate, slug, place, isHidden]),
  );
  useSlashCommands(
    useMemo(
      () =>
        isHidden
          ? []
          : [
              {
                name: "prompt",
                title: t("insert"),
                hint: t("slashHint"),
                run: (query, { roomId, parentId }) => {
                  choosing.open({ query, place: { roomId, parentId } });
                  return undefined;
                },
              },
            ],
      [t, isHidden],
    ),
  );
}
