import type { assistants, messages } from "@althing/contract";
import { BookOpen, CornerDownRight, TriangleAlert } from "lucide-react";
import { Suspense } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { useReplica } from "../../../connection/index.ts";
import { later } from "../../../parts/index.ts";
import { usePanel } from "../../../shell/index.ts";
import { Button } from "../../../ui/button.tsx";
import { Tooltip } from "../../../ui/tooltip.tsx";
import { useMyId } from "../../accounts/index.ts";
import { PassedOver } from "./failure.tsx";
import { RunCalls } from "./run-calls.tsx";
import { SourceChips } from "./source-chips.tsx";
import { useRunVerbs } from "./use-run-verbs.ts";
import { useRunBehind } from "./use-runs.ts";

const BranchArrows = later(() => import("../chat/branch-arrows.tsx"), "BranchArrows");

/** Below an answer: what it rests on, who wrote it and what it cost. Below a question: its other wordings. */
export function AnswerFoot({ message }: { message: messages.Message }) {
  const { id, roomId, author } = message;
  const run = useRunBehind(message);
  const isTurn = useReplica(({ turns }) => turns[roomId]?.[id] !== undefined);
  return (
    <>
      {run && <Provenance run={run} />}
      <Suspense>
        {isTurn && <BranchArrows messageId={id} roomId={roomId} isAnswer={author.kind === "assistant"} />}
      </Suspense>
    </>
  );
}

export function Provenance({ run }: { run: assistants.Run }) {
  const t = useTranslations("assistants.answer");
  const cited = run.sources.filter(({ cited: isCited }) => isCited);
  return (
    <footer className="mt-1 flex flex-col gap-1.5">
      <RunCalls run={run} />
      {cited.length > 0 && <SourceChips runId={run.id} sources={cited} />}
      {run.unsourced && (
        <p className="flex items-center gap-1.5 text-warning text-xs [&>svg]:size-3.5">
          <TriangleAlert aria-hidden="true" />
          {t("unsourced")}
        </p>
      )}
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-faint empty:hidden text-xs">
        <Origin run={run} />
        <Cost run={run} />
        <ShownSources run={run} />
        <GoOn run={run} />
      </p>
    </footer>
  );
}

/** Which model answered, said openly where it was not the one that was to answer. */
function Origin({ run: { model, passedOver } }: { run: assistants.Run }) {
  const t = useTranslations("assistants.answer");
  // A search says in its words that it is one.
  if (!model) return null;
  if (passedOver.length === 0) return <span>{model.name}</span>;
  const names = passedOver.map(({ name }) => name).join(", ");
  return (
    <Tooltip label={<PassedOver models={passedOver} />}>
      <span tabIndex={-1} className="text-warning">
        {t("insteadOf", { name: model.name, names })}
      </span>
    </Tooltip>
  );
}

function Cost({ run: { usage } }: { run: assistants.Run }) {
  const t = useTranslations("assistants.answer");
  const format = useFormatter();
  if (usage.quality === "none") return null;
  const count = usage.inputTokens + usage.outputTokens;
  const tokens = usage.quality === "unknown" ? t("tokensUnknown") : t("tokens", { count });
  const cost =
    usage.costMicros === null
      ? undefined
      : format.number(usage.costMicros / 1_000_000, {
          style: "currency",
          currency: "USD",
          maximumSignificantDigits: 2,
        });
  return (
    <span title={usage.quality === "estimated" ? t("estimated") : undefined}>
      {usage.quality === "estimated" && "≈ "}
      {tokens}
      {cost && ` · ${cost}`}
    </span>
  );
}

/** How much it was shown, and the way to see all of it. */
function ShownSources({ run }: { run: assistants.Run }) {
  const t = useTranslations("assistants.answer");
  const { show } = usePanel();
  if (run.sources.length === 0) return null;
  return (
    <button
      type="button"
      tabIndex={-1}
      className="inline-flex items-center gap-1 rounded-xs hover:text-ink hover:underline [&>svg]:size-3"
      onClick={() => show("sources", run.id)}
    >
      <BookOpen aria-hidden="true" />
      {t("read", { messages: run.read.messages, passages: run.read.passages })}
    </button>
  );
}

function GoOn({ run }: { run: assistants.Run }) {
  const t = useTranslations("assistants.run");
  const verbs = useRunVerbs();
  const isMine = useMyId() === run.askedBy.id;
  if (!isMine || (run.state !== "stopped" && run.state !== "failed")) return null;
  return (
    <Button size="small" variant="ghost" icon={<CornerDownRight />} onClick={() => verbs.goOn(run)}>
      {t("continue")}
    </Button>
  );
}
