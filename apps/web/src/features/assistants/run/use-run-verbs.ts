import type { assistants, models } from "@althing/contract";
import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { useClient } from "../../../connection/index.ts";
import { useToast } from "../../../ui/toast.tsx";

type Run = assistants.Run;

/** What one can do with a run. The screen changes by its events; a failure is told. */
export function useRunVerbs() {
  const t = useTranslations("assistants.run");
  const client = useClient();
  const toast = useToast();
  return useMemo(() => {
    const attempt = async <Value>(action: Promise<Value>, done?: string): Promise<Value | undefined> => {
      try {
        const value = await action;
        if (done) toast.show({ title: done });
        return value;
      } catch (problem) {
        toast.showProblem(problem);
        return undefined;
      }
    };
    const named = ({ roomId, id: runId }: Run) => ({ roomId, runId });
    return {
      stop: (run: Run) => attempt(client.assistants.stopRun(named(run))),
      goOn: (run: Run) => attempt(client.assistants.continueRun(named(run))),
      /** The same question once more, perhaps to another model. */
      again: ({ roomId, assistant, promptId, parentId }: Run, model?: models.ModelChoice) =>
        attempt(
          client.assistants.ask({
            roomId,
            assistantId: assistant.id,
            ...(promptId && { promptId }),
            ...(parentId && { parentId }),
            ...(model && { model }),
          }),
        ),
      share: (run: Run, parentId?: MessageId) =>
        attempt(client.assistants.shareRun({ ...named(run), ...(parentId && { parentId }) }), t("shared")),
    };
  }, [t, client, toast]);
}

type MessageId = NonNullable<Run["parentId"]>;
