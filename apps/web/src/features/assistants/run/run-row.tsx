import type { assistants } from "@althing/contract";
import { CornerDownRight, LogIn, RotateCcw, ShieldQuestion } from "lucide-react";
import { Suspense } from "react";
import { useTranslations } from "use-intl";
import { useReplica } from "../../../connection/index.ts";
import { Button } from "../../../ui/button.tsx";
import { Spinner } from "../../../ui/spinner.tsx";
import { StopIcon } from "../../../ui/stop-icon.tsx";
import { AccountAvatar, PersonName, useMyId } from "../../accounts/index.ts";
import { Failure } from "./failure.tsx";
import { RunCalls } from "./run-calls.tsx";
import { StreamedText } from "./streamed-text.tsx";
import { useRunVerbs } from "./use-run-verbs.ts";
import { isGoingOn } from "./use-runs.ts";

type Run = assistants.Run;

/** An answer while it is written: at the place, and under the id, of the message that it will be. */
export function RunRow({ id: messageId }: { id: string }) {
  const run = useReplica(({ runs, runOfMessage }) => runs[runOfMessage[messageId] ?? ""]);
  return run ? <Row run={run} /> : null;
}

function Row({ run }: { run: Run }) {
  const t = useTranslations("assistants.run");
  const { assistant, text } = run;
  return (
    <article
      aria-label={t("label", { name: assistant.name })}
      aria-busy={isGoingOn(run)}
      className="flex gap-3 px-4 py-message pt-2 md:px-5"
    >
      <AccountAvatar accountId={assistant.id} name={assistant.name} size={36} className="mt-0.5" />
      <div className="min-w-0 flex-1">
        <div className="flex min-h-6 min-w-0 items-center gap-2">
          <span className="truncate font-semibold text-base">
            <PersonName accountId={assistant.id} name={assistant.name} />
          </span>
          <RunSign run={run} />
          <RunButtons run={run} />
        </div>
        {text !== "" && (
          <Suspense fallback={<p className="prose-message whitespace-pre-wrap">{text}</p>}>
            <StreamedText text={text} />
          </Suspense>
        )}
        <RunCalls run={run} />
        {run.failure && <Failure failure={run.failure} />}
      </div>
    </article>
  );
}

/** What the run does just now, in a few words. */
export function RunSign({ run }: { run: Run }) {
  const t = useTranslations("assistants.run.state");
  const { state, text, askedBy } = run;
  const isMine = useMyId() === askedBy.id;
  const sign = "flex min-w-0 items-center gap-1.5 text-ink-muted text-xs [&>svg]:size-3.5 [&>svg]:shrink-0";
  switch (state) {
    case "queued":
    case "running":
      return (
        <span className={sign}>
          <Spinner className="size-3" />
          {text === "" ? t("thinking") : t("writing")}
        </span>
      );
    case "waiting_for_approval":
      return (
        <span className={sign}>
          <ShieldQuestion aria-hidden="true" />
          {isMine ? t("yourApproval") : t("approvalOf", { name: askedBy.name })}
        </span>
      );
    case "waiting_for_sign_in":
      return (
        <span className={sign}>
          <LogIn aria-hidden="true" />
          {isMine ? t("yourSignIn") : t("signInOf", { name: askedBy.name })}
        </span>
      );
    case "stopped":
      return <span className={sign}>{t("stopped")}</span>;
    default:
      return null;
  }
}

function RunButtons({ run }: { run: Run }) {
  const t = useTranslations("assistants.run");
  const verbs = useRunVerbs();
  const isMine = useMyId() === run.askedBy.id;
  if (!isMine) return null;
  if (isGoingOn(run)) {
    return (
      <Button size="small" variant="ghost" icon={<StopIcon />} onClick={() => verbs.stop(run)}>
        {t("stop")}
      </Button>
    );
  }
  return (
    <>
      {run.text !== "" && (
        <Button size="small" variant="ghost" icon={<CornerDownRight />} onClick={() => verbs.goOn(run)}>
          {t("continue")}
        </Button>
      )}
      <Button size="small" variant="ghost" icon={<RotateCcw />} onClick={() => verbs.again(run)}>
        {t("again")}
      </Button>
    </>
  );
}
