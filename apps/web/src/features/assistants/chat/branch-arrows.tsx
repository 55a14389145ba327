import { ChevronLeft, ChevronRight } from "lucide-react";
import { useTranslations } from "use-intl";
import { useClient } from "../../../connection/index.ts";
import { IconButton } from "../../../ui/icon-button.tsx";
import { useToast } from "../../../ui/toast.tsx";
import { CompareLink } from "../compare/compare-link.tsx";
import { useSiblings } from "./use-turns.ts";

type Props = { roomId: string; messageId: string; isAnswer: boolean };

/** Leads to the other wordings of a question, and to the other answers to it. */
export function BranchArrows({ roomId, messageId, isAnswer }: Props) {
  const t = useTranslations("assistants.branch");
  const client = useClient();
  const toast = useToast();
  const siblings = useSiblings(roomId, messageId);
  if (siblings.length < 2) return null;
  const at = siblings.indexOf(messageId);
  const go = (index: number) => {
    const wanted = siblings[index];
    if (wanted === undefined) return;
    client.assistants.movePlace({ roomId, messageId: wanted }).catch(toast.showProblem);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: not a set of fields.
    <span role="group" aria-label={t("label")} className="-ms-1 flex items-center text-ink-muted text-xs tabular-nums">
      <IconButton
        size="small"
        label={t("previous")}
        icon={<ChevronLeft className="rtl:-scale-x-100" />}
        disabled={at === 0}
        onClick={() => go(at - 1)}
      />
      {t("position", { at: at + 1, count: siblings.length })}
      <IconButton
        size="small"
        label={t("next")}
        icon={<ChevronRight className="rtl:-scale-x-100" />}
        disabled={at === siblings.length - 1}
        onClick={() => go(at + 1)}
      />
      {isAnswer && <CompareLink roomId={roomId} messageId={messageId} />}
    </span>
  );
}
