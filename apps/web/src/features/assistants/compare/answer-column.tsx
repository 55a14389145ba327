import type { assistants, messages } from "@althing/contract";
import { CornerDownRight } from "lucide-react";
import { Suspense } from "react";
import { useTranslations } from "use-intl";
import { useReplica } from "../../../connection/index.ts";
import { Button } from "../../../ui/button.tsx";
import { StopIcon } from "../../../ui/stop-icon.tsx";
import { AccountAvatar, PersonName } from "../../accounts/index.ts";
import { MessageBody } from "../../messages/index.ts";
import { Provenance } from "../run/answer-foot.tsx";
import { Failure } from "../run/failure.tsx";
import { RunCalls } from "../run/run-calls.tsx";
import { RunSign } from "../run/run-row.tsx";
import { StreamedText } from "../run/streamed-text.tsx";
import { useRunVerbs } from "../run/use-run-verbs.ts";
import { isGoingOn, useRunBehind } from "../run/use-runs.ts";

type Props = { messageId: string; onTake: (messageId: string) => void };

/** One of the answers: who gave it, what it says, what it rests on and cost, and the way on from it. */
export function AnswerColumn({ messageId, onTake }: Props) {
  const message = useReplica((replica) => replica.messages[messageId]);
  const run = useReplica(({ runs, runOfMessage }) => runs[runOfMessage[messageId] ?? ""]);
  if (message) return <Said message={message} onTake={onTake} />;
  return run ? <Coming run={run} /> : null;
}

const frame = "flex min-w-0 flex-1 flex-col rounded-lg border border-line bg-surface";

function Said({ message, onTake }: { message: messages.Message; onTake: Props["onTake"] }) {
  const t = useTranslations("assistants.compare");
  const run = useRunBehind(message);
  const { author, html } = message;
  const name = run?.model?.name ?? author.name;
  return (
    <article aria-label={t("answerOf", { name })} className={frame}>
      <Head author={author} model={run?.model?.name} />
      <div className="flex-1 px-4 py-3">
        <MessageBody html={html} />
        {run && <Provenance run={run} />}
      </div>
      <footer className="border-line border-t px-4 py-3">
        <Button
          size="small"
          icon={<CornerDownRight className="rtl:-scale-x-100" />}
          aria-label={t("takeOne", { name })}
          onClick={() => onTake(message.id)}
        >
          {t("take")}
        </Button>
      </footer>
    </article>
  );
}

function Coming({ run }: { run: assistants.Run }) {
  const t = useTranslations("assistants.compare");
  const tRun = useTranslations("assistants.run");
  const verbs = useRunVerbs();
  const { assistant, model, text, failure } = run;
  return (
    <article
      aria-label={t("answerOf", { name: model?.name ?? assistant.name })}
      aria-busy={isGoingOn(run)}
      className={frame}
    >
      <Head author={assistant} model={model?.name} />
      <div className="flex flex-1 flex-col gap-2 px-4 py-3">
        <RunSign run={run} />
        {text !== "" && (
          <Suspense fallback={<p className="prose-message whitespace-pre-wrap">{text}</p>}>
            <StreamedText text={text} />
          </Suspense>
        )}
        <RunCalls run={run} />
        {failure && <Failure failure={failure} />}
      </div>
      {isGoingOn(run) && (
        <footer className="border-line border-t px-4 py-3">
          <Button size="small" variant="ghost" icon={<StopIcon />} onClick={() => verbs.stop(run)}>
            {tRun("stop")}
          </Button>
        </footer>
      )}
    </article>
  );
}

function Head({ author, model }: { author: assistants.Run["assistant"]; model: string | undefined }) {
  return (
    <header className="flex min-w-0 items-center gap-2.5 border-line border-b px-4 py-3">
      <AccountAvatar accountId={author.id} name={author.name} size={24} />
      <span className="min-w-0">
        <span className="block truncate font-semibold text-sm">{model ?? author.name}</span>
        {model && (
          <span className="block truncate text-ink-muted text-xs">
            <PersonName accountId={author.id} name={author.name} />
          </span>
        )}
      </span>
    </header>
  );
}
