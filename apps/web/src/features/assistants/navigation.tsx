import { Link, useNavigate, useParams, useRouterState } from "@tanstack/react-router";
import { Sparkles } from "lucide-react";
import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { useCommands } from "../../shell/index.ts";
import { ListRow } from "../../ui/list-row.tsx";
import { useHidesAssistants } from "./use-assistants.ts";

/** The line of the sidebar that leads to the assistants; gone for who hides them. */
export function AssistantsLine() {
  const t = useTranslations("assistants.gallery");
  const { slug } = useParams({ from: "/w/$slug" });
  const navigate = useNavigate();
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const isHidden = useHidesAssistants();
  useCommands(
    useMemo(
      () =>
        isHidden
          ? []
          : [
              {
                id: "assistants.list",
                title: t("open"),
                group: t("group"),
                icon: Sparkles,
                keys: "g a",
                run: () => void navigate({ to: "/w/$slug/assistants", params: { slug } }),
              },
            ],
      [t, navigate, slug, isHidden],
    ),
  );
  if (isHidden) return null;
  return (
    <ListRow
      render={<Link to="/w/$slug/assistants" params={{ slug }} />}
      leading={<Sparkles />}
      selected={path.includes("/assistants")}
    >
      {t("title")}
    </ListRow>
  );
}
