import { Link, useNavigate, useParams, useRouterState } from "@tanstack/react-router";
import { AtSign, MessagesSquare } from "lucide-react";
import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { useReplica, useWorkspace } from "../../connection/index.ts";
import { type Command, useCommands } from "../../shell/index.ts";
import { Badge } from "../../ui/badge.tsx";
import { ListRow } from "../../ui/list-row.tsx";
import { mentionsIn, repliesIn } from "./waiting.ts";

/** The lines of the sidebar that lead to threads and mentions, with what waits there. */
export function MessagesNavigation() {
  const t = useTranslations("messages");
  const { slug } = useParams({ from: "/w/$slug" });
  const { id } = useWorkspace();
  const replies = useReplica((replica) => repliesIn(replica, id));
  const mentions = useReplica((replica) => mentionsIn(replica, id));
  const path = useRouterState({ select: ({ location }) => location.pathname });
  useNavigationCommands(slug);
  return (
    <>
      <ListRow
        render={<Link to="/w/$slug/threads" params={{ slug }} />}
        leading={<MessagesSquare />}
        selected={path.endsWith("/threads")}
        strong={replies > 0}
        trailing={replies > 0 && <Badge tone="quiet" count={replies} label={t("thread.unread", { count: replies })} />}
      >
        {t("threads.title")}
      </ListRow>
      <ListRow
        render={<Link to="/w/$slug/mentions" params={{ slug }} />}
        leading={<AtSign />}
        selected={path.endsWith("/mentions")}
        strong={mentions > 0}
        trailing={
          mentions > 0 && <Badge tone="mention" count={mentions} label={t("mentions.unread", { count: mentions })} />
        }
      >
        {t("mentions.title")}
      </ListRow>
    </>
  );
}

function useNavigationCommands(slug: string): void {
  const t = useTranslations("messages");
  const navigate = useNavigate();
  useCommands(
    useMemo((): Command[] => {
      const group = t("room.group");
      return [
        {
          id: "messages.list_threads",
          title: t("threads.open"),
          group,
          icon: MessagesSquare,
          keys: "g t",
          run: () => void navigate({ to: "/w/$slug/threads", params: { slug } }),
        },
        {
          id: "messages.list_mentions",
          title: t("mentions.open"),
          group,
          icon: AtSign,
          keys: "g m",
          run: () => void navigate({ to: "/w/$slug/mentions", params: { slug } }),
        },
      ];
    }, [t, navigate, slug]),
  );
}
