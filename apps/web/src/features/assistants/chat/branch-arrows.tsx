import { useTranslations } from "use-intl";
import { useClient } from "../../../connection/index.ts";
import { StepArrows } from "../../../ui/step-arrows.tsx";
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
    <StepArrows
      label={t("label")}
      previous={t("previous")}
      next={t("next")}
      position={t("position", { at: at + 1, count: siblings.length })}
      at={at}
      count={siblings.length}
      onGo={go}
    >
      {isAnswer && <CompareLink roomId={roomId} messageId={messageId} />}
    </StepArrows>
  );
}
