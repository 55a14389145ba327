import { NotebookPen } from "lucide-react";
import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { type Finder, rank } from "../../../shell/index.ts";
import { useHidesAssistants } from "../../assistants/index.ts";
import { takePrompt } from "../openers.ts";
import { usePrompts } from "../prompts/use-prompts.ts";
import { usePlace } from "./use-place.ts";

const mostFound = 4;

/** Prompts by their titles, for where one writes. */
export function usePromptFinder(): Finder {
  const t = useTranslations("chats.prompts");
  const { prompts } = usePrompts();
  const place = usePlace();
  const isHidden = useHidesAssistants();
  return useMemo(
    () => ({
      group: t("title"),
      find: (query) =>
        query === "" || isHidden
          ? []
          : rank(query, prompts ?? [], ({ title }) => [title], mostFound).map((prompt) => ({
              id: `prompt:${prompt.id}`,
              title: prompt.title,
              hint: prompt.description,
              icon: <NotebookPen size={16} />,
              run: () => takePrompt(prompt, place),
            })),
    }),
    [t, prompts, place, isHidden],
  );
}
