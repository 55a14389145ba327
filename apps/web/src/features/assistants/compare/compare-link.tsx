import { Link, useParams } from "@tanstack/react-router";
import { Columns2 } from "lucide-react";
import { useTranslations } from "use-intl";
import { useReplica } from "../../../connection/index.ts";
import { IconButton } from "../../../ui/icon-button.tsx";

/** From one of several answers to all of them, side by side. */
export function CompareLink({ roomId, messageId }: { roomId: string; messageId: string }) {
  const t = useTranslations("assistants.compare");
  const { slug } = useParams({ from: "/w/$slug" });
  const questionId = useReplica(({ turns }) => turns[roomId]?.[messageId]?.parentId);
  if (!questionId) return null;
  return (
    <IconButton
      size="small"
      label={t("page")}
      icon={<Columns2 />}
      render={<Link to="/w/$slug/compare/$roomId/$messageId" params={{ slug, roomId, messageId: questionId }} />}
    />
  );
}
