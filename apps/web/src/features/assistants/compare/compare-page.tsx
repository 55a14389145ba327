import { useNavigate, useParams } from "@tanstack/react-router";
import { Columns2, MessageSquare, Plus } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useClient, useReplica } from "../../../connection/index.ts";
import { Page, useIsPhone } from "../../../shell/index.ts";
import { Button } from "../../../ui/button.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { ErrorState } from "../../../ui/error-state.tsx";
import { IconButton } from "../../../ui/icon-button.tsx";
import { Tabs } from "../../../ui/tabs.tsx";
import { useToast } from "../../../ui/toast.tsx";
import { MessageBody, useOpening } from "../../messages/index.ts";
import { useVisitedRoom } from "../../rooms/index.ts";
import { comparing } from "../chat/openers.ts";
import { AnswerColumn } from "./answer-column.tsx";
import { useColumns } from "./use-columns.ts";

/** The answers to one question side by side, to go on from one of them; on a phone one after the other. */
export function ComparePage() {
  const t = useTranslations("assistants.compare");
  const { roomId } = useParams({ from: "/w/$slug/compare/$roomId/$messageId" });
  const { room, problem } = useVisitedRoom(roomId);
  if (room) return <Compared key={roomId} />;
  return <Page title={t("page")}>{problem !== undefined && <ErrorState error={problem} />}</Page>;
}

function Compared() {
  const t = useTranslations("assistants.compare");
  const { slug, roomId, messageId } = useParams({ from: "/w/$slug/compare/$roomId/$messageId" });
  const { isReady, problem, retry } = useOpening(roomId, messageId);
  const client = useClient();
  const navigate = useNavigate();
  const toast = useToast();
  const columns = useColumns(roomId, messageId);
  const back = () => void navigate({ to: "/w/$slug/r/$roomId", params: { slug, roomId } });
  const take = (id: string) =>
    void client.assistants.movePlace({ roomId, messageId: id }).then(back, toast.showProblem);
  return (
    <Page title={t("page")} actions={<Actions columns={columns} onBack={back} />}>
      <div className="thin-scroll min-h-0 flex-1 overflow-y-auto">
        <div className="flex min-h-full flex-col gap-4 px-4 py-5 md:px-6">
          {problem !== undefined && <ErrorState error={problem} onRetry={() => void retry()} />}
          <Question messageId={messageId} />
          {isReady && columns.length === 0 && <EmptyState icon={<Columns2 />} title={t("nothing")} />}
          <Answers columns={columns} onTake={take} />
        </div>
      </div>
    </Page>
  );
}

function Actions({ columns, onBack }: { columns: readonly string[]; onBack: () => void }) {
  const t = useTranslations("assistants.compare");
  const run = useReplica(({ runs, runOfMessage }) =>
    columns.map((id) => runs[runOfMessage[id] ?? ""]).find((one) => one !== undefined),
  );
  return (
    <>
      <IconButton label={t("back")} icon={<MessageSquare />} onClick={onBack} />
      {run && (
        <Button icon={<Plus />} onClick={() => comparing.open({ run })}>
          {t("add")}
        </Button>
      )}
    </>
  );
}

function Question({ messageId }: { messageId: string }) {
  const t = useTranslations("assistants.compare");
  const question = useReplica(({ messages }) => messages[messageId]);
  if (!question) return null;
  return (
    <section aria-label={t("question")} className="rounded-lg bg-sunken px-4 py-3">
      <MessageBody html={question.html} />
    </section>
  );
}

function Answers({ columns, onTake }: { columns: readonly string[]; onTake: (messageId: string) => void }) {
  const t = useTranslations("assistants.compare");
  const isPhone = useIsPhone();
  const nameOf = useNames();
  const [shown, setShown] = useState<string>();
  if (columns.length === 0) return null;
  if (!isPhone) {
    return (
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways is reached by key.
      <section aria-label={t("answers")} tabIndex={0} className="thin-scroll flex gap-4 overflow-x-auto pb-2">
        {columns.map((id) => (
          <div key={id} className="flex min-w-80 flex-1 basis-0">
            <AnswerColumn messageId={id} onTake={onTake} />
          </div>
        ))}
      </section>
    );
  }
  const last = columns.at(-1) ?? "";
  return (
    <Tabs
      label={t("answers")}
      value={shown && columns.includes(shown) ? shown : last}
      onValueChange={setShown}
      tabs={columns.map((id) => ({
        value: id,
        label: nameOf(id),
        content: <AnswerColumn messageId={id} onTake={onTake} />,
      }))}
    />
  );
}

/** Who answered: the model, or without one the assistant. */
function useNames(): (messageId: string) => string {
  const runs = useReplica((replica) => replica.runs);
  const runOfMessage = useReplica((replica) => replica.runOfMessage);
  const messages = useReplica((replica) => replica.messages);
  return (id) => {
    const run = runs[runOfMessage[id] ?? ""];
    return run?.model?.name ?? run?.assistant.name ?? messages[id]?.author.name ?? "";
  };
}
