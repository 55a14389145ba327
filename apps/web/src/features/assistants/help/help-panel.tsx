import type { assistants } from "@althing/contract";
import { Copy, PenLine, Send } from "lucide-react";
import { Suspense, useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../../connection/index.ts";
import { PanelFrame, usePanel } from "../../../shell/index.ts";
import { Button } from "../../../ui/button.tsx";
import { ErrorState } from "../../../ui/error-state.tsx";
import { Skeleton } from "../../../ui/skeleton.tsx";
import { StopIcon } from "../../../ui/stop-icon.tsx";
import { useToast } from "../../../ui/toast.tsx";
import { draftKey, useDraft } from "../../messages/index.ts";
import { useRoom, useRoomTitle } from "../../rooms/index.ts";
import { Failure } from "../run/failure.tsx";
import { RunCalls } from "../run/run-calls.tsx";
import { RunSign } from "../run/run-row.tsx";
import { SourceChips } from "../run/source-chips.tsx";
import { StreamedText } from "../run/streamed-text.tsx";
import { useRunVerbs } from "../run/use-run-verbs.ts";
import { isGoingOn, useRun } from "../run/use-runs.ts";

type Run = assistants.Run;

/** What an assistant wrote for oneself alone: a summary, what is to be done, a draft, a translation. `subject` is `<room>/<run>`. */
export function HelpPanel({ subject }: { subject: string }) {
  const t = useTranslations("assistants.help");
  const [roomId = "", runId = ""] = subject.split("/");
  const { windows } = useWorkspace();
  const [problem, setProblem] = useState<unknown>();
  const run = useRun(runId);
  const room = useRoom(roomId);
  const title = useRoomTitle(room ?? { name: "", people: [] });
  const isUnknown = run === undefined;
  useEffect(() => {
    if (isUnknown) windows.openRun(roomId, runId).catch(setProblem);
  }, [windows, isUnknown, roomId, runId]);
  return (
    <PanelFrame title={run && run.purpose !== "answer" ? t(run.purpose) : t("title")} subtitle={title}>
      {problem !== undefined && <ErrorState error={problem} />}
      {problem === undefined && !run && <Skeleton className="m-4 h-40" />}
      {run && <Written run={run} />}
    </PanelFrame>
  );
}

function Written({ run }: { run: Run }) {
  const t = useTranslations("assistants.help");
  const cited = run.sources.filter((source) => source.cited);
  return (
    <div className="flex flex-col gap-3 p-4" aria-busy={isGoingOn(run)}>
      <p className="text-ink-faint text-xs">{run.model ? t("byModel", { name: run.model.name }) : t("bySearch")}</p>
      <RunSign run={run} />
      <RunCalls run={run} />
      {run.text !== "" && (
        <Suspense fallback={<p className="whitespace-pre-wrap">{run.text}</p>}>
          <StreamedText text={run.text} />
        </Suspense>
      )}
      {run.failure && <Failure failure={run.failure} />}
      {cited.length > 0 && <SourceChips runId={run.id} sources={cited} />}
      <Steps run={run} />
    </div>
  );
}

function Steps({ run }: { run: Run }) {
  const t = useTranslations("assistants.help");
  const verbs = useRunVerbs();
  const toast = useToast();
  const panel = usePanel();
  const [, write] = useDraft(draftKey(run.roomId, run.parentId ?? undefined));
  if (isGoingOn(run)) {
    return (
      <Button size="small" icon={<StopIcon />} className="self-start" onClick={() => verbs.stop(run)}>
        {t("stop")}
      </Button>
    );
  }
  if (run.text === "") return null;
  const copy = () =>
    navigator.clipboard.writeText(run.text).then(() => toast.show({ title: t("copied") }), toast.showProblem);
  const use = () => {
    write(run.text);
    if (run.parentId) panel.show("thread", run.parentId);
    else panel.close();
  };
  return (
    <div className="flex flex-wrap gap-2 border-line border-t pt-3">
      {run.purpose === "draft" ? (
        <Button size="small" variant="primary" icon={<PenLine />} onClick={use}>
          {t("useDraft")}
        </Button>
      ) : (
        <Button size="small" icon={<Send />} onClick={() => verbs.share(run, run.parentId ?? undefined)}>
          {t("share")}
        </Button>
      )}
      <Button size="small" variant="ghost" icon={<Copy />} onClick={() => void copy()}>
        {t("copy")}
      </Button>
    </div>
  );
}
