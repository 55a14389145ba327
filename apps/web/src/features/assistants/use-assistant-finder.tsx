import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { type Finder, rank } from "../../shell/index.ts";
import { AccountAvatar } from "../accounts/index.ts";
import { useOpenChat } from "./chat/use-chat.ts";
import { useAssistants, useHidesAssistants } from "./use-assistants.ts";

const mostFound = 4;

/** Assistants to begin a conversation with. */
export function useAssistantFinder(): Finder {
  const t = useTranslations("assistants.gallery");
  const all = useAssistants();
  const isHidden = useHidesAssistants();
  const openChat = useOpenChat();
  return useMemo(
    () => ({
      group: t("title"),
      find: (query) =>
        rank(query.replace(/^@/, ""), isHidden ? [] : all, ({ name, handle }) => [name, handle], mostFound).map(
          (one) => ({
            id: `assistant:${one.id}`,
            title: t("talkTo", { name: one.name }),
            hint: `@${one.handle}`,
            icon: <AccountAvatar accountId={one.id} name={one.name} size={20} />,
            run: () => void openChat(one),
          }),
        ),
    }),
    [t, all, isHidden, openChat],
  );
}
