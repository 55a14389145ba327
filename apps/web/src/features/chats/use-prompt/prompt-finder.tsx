import { Lock, NotebookPen } from "lucide-react";
import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { type Finder, type FinderProps, rank } from "../../../shell/index.ts";
import { useHidesAssistants } from "../../assistants/index.ts";
import { takePrompt } from "../openers.ts";
import { usePrompts } from "../prompts/use-prompts.ts";
import { usePlace } from "./use-place.ts";

const mostFound = 4;

/** Prompts by their title, for where one would write now. Who would rather see no assistants is not offered them. */
export function PromptFinder({ children }: FinderProps) {
  return useHidesAssistants() ? null : <OfLibrary>{children}</OfLibrary>;
}

function OfLibrary({ children }: FinderProps) {
  const t = useTranslations("chats");
  const { prompts } = usePrompts();
  const place = usePlace();
  const finder = useMemo(
    (): Finder => ({
      group: t("commands.group"),
      find: (query) => {
        if (query.trim() === "") return [];
        const named = (prompts ?? []).map((prompt) => ({
          prompt,
          title: t("prompts.useOne", { title: prompt.title }),
        }));
        return rank(query, named, ({ prompt, title }) => [prompt.title, title], mostFound).map(({ prompt, title }) => ({
          id: `prompt:${prompt.id}`,
          title,
          hint: prompt.description,
          icon: prompt.shared ? <NotebookPen size={16} /> : <Lock size={16} aria-label={t("choose.private")} />,
          run: () => takePrompt(prompt, place),
        }));
      },
    }),
    [t, prompts, place],
  );
  return children(finder);
}
