import type { assistants } from "@althing/contract";
import { FlaskConical, RotateCcw } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useClient, useWorkspace } from "../../../connection/index.ts";
import { Button } from "../../../ui/button.tsx";
import { classes } from "../../../ui/classes.ts";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { FormProblem } from "../../../ui/form-problem.tsx";
import { useSubmit } from "../../../ui/use-submit.ts";
import { Conversation } from "../../messages/index.ts";

type Props = { detail: assistants.AssistantDetail; settings: assistants.AssistantSettings; className?: string };
type Trial = { roomId: string; settings: assistants.AssistantSettings };

/** A conversation that passes, with the settings as they stand in the form, saved or not. */
export function TryOut({ detail, settings, className }: Props) {
  const t = useTranslations("assistants.tryOut");
  const client = useClient();
  const { id: workspaceId } = useWorkspace();
  const [trial, setTrial] = useState<Trial>();
  const { submit, pending, problem } = useSubmit(async () => {
    const opening = { workspaceId, assistantId: detail.id, temporary: true, title: t("room"), trial: settings };
    const { id: roomId } = await client.assistants.openChat(opening);
    setTrial({ roomId, settings });
  });
  const isOutdated = trial !== undefined && trial.settings !== settings;
  return (
    <section
      aria-label={t("title")}
      className={classes(
        "flex min-h-0 flex-col border-line @max-4xl:flex-1 @4xl:w-[26rem] @4xl:shrink-0 @4xl:border-s",
        className,
      )}
    >
      <header className="flex h-11 shrink-0 items-center gap-2 border-line border-b px-4">
        <h2 className="flex-1 font-semibold text-sm">{t("title")}</h2>
        {trial && (
          <Button
            size="small"
            variant={isOutdated ? "primary" : "ghost"}
            icon={<RotateCcw />}
            loading={pending}
            onClick={() => void submit()}
          >
            {isOutdated ? t("withChanges") : t("startOver")}
          </Button>
        )}
      </header>
      <FormProblem problem={problem} />
      {trial ? (
        <Conversation key={trial.roomId} roomId={trial.roomId} />
      ) : (
        <EmptyState
          icon={<FlaskConical />}
          title={t("empty")}
          actions={
            <Button loading={pending} onClick={() => void submit()}>
              {t("start")}
            </Button>
          }
        >
          {t("hint")}
        </EmptyState>
      )}
    </section>
  );
}
