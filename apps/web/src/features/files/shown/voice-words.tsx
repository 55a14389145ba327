import type { files, messages, rooms } from "@althing/contract";
import { useQuery } from "@tanstack/react-query";
import { CaptionsOff, ChevronDown, ChevronRight, CircleAlert, NotebookPen, RotateCcw } from "lucide-react";
import { type ReactNode, useId, useState } from "react";
import { useTranslations } from "use-intl";
import { useClient, useReplica, useWorkspace } from "../../../connection/index.ts";
import { Button } from "../../../ui/button.tsx";
import { Spinner } from "../../../ui/spinner.tsx";
import { useSubmit } from "../../../ui/use-submit.ts";
import { useRoomPermission } from "../../rooms/index.ts";

type Props = { messageId: string; attachment: files.Attachment; tabIndex?: number | undefined };

/**
 * What is said in a voice note, for everyone who may hear it; until then a way to have it written down, for who may. One button
 * serves all of it, so that nobody loses their place when the words come.
 */
export function VoiceWords({ messageId, attachment, tabIndex }: Props) {
  const t = useTranslations("files.voiceWords");
  const { assistants: api } = useClient();
  const { id: fileId, transcript, writing } = attachment;
  const roomId = useReplica((replica) => replica.messages[messageId]?.roomId) ?? "";
  const mayAsk = useMayAsk(roomId, transcript === null);
  const { submit, pending, problem } = useSubmit(() =>
    api.writeDown({
      roomId: roomId as rooms.RoomId,
      messageId: messageId as messages.MessageId,
      fileId,
    }),
  );
  const [isOpen, setOpen] = useState(true);
  const wordsId = useId();
  const isRunning = transcript === null && (pending || writing?.state === "running");
  const failure = isRunning || transcript !== null ? undefined : (problem ?? writing?.failure ?? undefined);
  const hasWords = transcript !== null && transcript !== "";
  const button = (label: string, icon: ReactNode, onClick: () => void, expands?: boolean) => (
    <Button
      size="small"
      variant="ghost"
      tabIndex={tabIndex}
      icon={icon}
      aria-busy={isRunning || undefined}
      aria-expanded={expands}
      aria-controls={expands ? wordsId : undefined}
      onClick={onClick}
    >
      {label}
    </Button>
  );
  const shown = () => {
    if (hasWords) {
      const Arrow = isOpen ? ChevronDown : ChevronRight;
      return button(
        isOpen ? t("hide") : t("show"),
        <Arrow className="rtl:-scale-x-100" />,
        () => setOpen(!isOpen),
        isOpen,
      );
    }
    if (isRunning) return button(t("running"), <Spinner />, () => undefined);
    if (transcript !== null || !mayAsk) return undefined;
    if (failure) return button(t("again"), <RotateCcw />, () => void submit());
    return button(t("write"), <NotebookPen />, () => void submit());
  };
  return (
    <div className="text-sm">
      {shown()}
      <div aria-live="polite" className="px-2.5">
        {hasWords && isOpen && (
          <p id={wordsId} dir="auto" className="wrap-anywhere whitespace-pre-wrap pb-1">
            <span className="sr-only">{t("label")} </span>
            {transcript}
          </p>
        )}
        {transcript === "" && <Note icon={<CaptionsOff />}>{t("silent")}</Note>}
        {failure && (
          <Note icon={<CircleAlert />} isBad>
            {"title" in failure ? `${failure.title}. ${failure.message ?? ""}` : failure.message}
          </Note>
        )}
      </div>
    </div>
  );
}

function Note({ icon, isBad = false, children }: { icon: ReactNode; isBad?: boolean; children: ReactNode }) {
  return (
    <p
      className={`flex items-start gap-1.5 py-1 [&>svg]:mt-0.5 [&>svg]:size-4 [&>svg]:shrink-0 ${isBad ? "text-danger" : "text-ink-muted"}`}
    >
      {icon}
      <span>{children}</span>
    </p>
  );
}

/** Whether the workspace chose who writes voice notes down, and one may spend for it here. */
function useMayAsk(roomId: string, isUnheard: boolean): boolean {
  const { models: api } = useClient();
  const { id: workspaceId } = useWorkspace();
  const mayAsk = useRoomPermission(roomId, "assistant.ask");
  const { data } = useQuery({
    queryKey: ["models.get_transcription", workspaceId],
    queryFn: () => api.getTranscription({ workspaceId }),
    enabled: mayAsk && isUnheard,
  });
  return mayAsk && Boolean(data);
}
