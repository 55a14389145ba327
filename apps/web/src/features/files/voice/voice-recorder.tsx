import { Mic, SendHorizontal, Trash2 } from "lucide-react";
import { type ReactNode, useEffect, useMemo, useRef } from "react";
import { useTranslations } from "use-intl";
import { v7 as uuid } from "uuid";
import { useWorkspace } from "../../../connection/index.ts";
import { Button } from "../../../ui/button.tsx";
import { IconButton } from "../../../ui/icon-button.tsx";
import { StopIcon } from "../../../ui/stop-icon.tsx";
import { rememberLocal } from "../uploads/locals.ts";
import { useUploads } from "../uploads/use-uploads.ts";
import { clockOf, momentIn } from "./clock-of.ts";
import { Levels } from "./levels.tsx";
import type { Recorded } from "./recording.ts";
import { useRecording } from "./use-recording.ts";

type Props = { shelfKey: string; roomId: string; parentId: string | undefined; onEnd: () => void };

/** Records a voice note, which is a message of its own. What was spoken when one goes elsewhere waits beside the draft. */
export function VoiceRecorder({ shelfKey, roomId, parentId, onEnd }: Props) {
  const t = useTranslations("files.voice");
  const uploads = useUploads();
  const workspace = useWorkspace();
  const fileOf = ({ bytes, ending }: Recorded) =>
    new File([bytes], `${t("fileName")} ${momentIn(new Date())}.${ending}`, { type: bytes.type });
  const { state, again, stop, forget } = useRecording((left) => uploads.add(shelfKey, [fileOf(left)]));

  // Keys go on: stop, then send.
  const steps = useRef<HTMLSpanElement>(null);
  const step = state.name === "recording" || state.name === "recorded" ? state.name : undefined;
  useEffect(() => {
    if (step) steps.current?.querySelector<HTMLElement>(`[data-after="${step}"]`)?.focus();
  }, [step]);

  const discard = () => {
    forget();
    onEnd();
  };
  const send = async () => {
    const recorded = await stop();
    if (!recorded) return;
    forget();
    onEnd();
    const file = fileOf(recorded);
    const id = uuid();
    rememberLocal(id, file);
    try {
      const attachment = await uploads.bring(file, id, new AbortController().signal);
      workspace.send({ roomId, body: "", attachments: [attachment], ...(parentId && { parentId }) });
    } catch {
      // Its chip says why, and tries again.
      uploads.add(shelfKey, [file]);
    }
  };

  if (state.name === "problem") {
    return (
      <Frame>
        <p role="alert" className="min-w-0 flex-1 py-1.5 text-danger text-sm">
          {t(reasonOf(state.problem))}
        </p>
        <Button size="small" onClick={again}>
          {t("again")}
        </Button>
        <Button size="small" variant="ghost" onClick={discard}>
          {t("close")}
        </Button>
      </Frame>
    );
  }
  return (
    <Frame>
      {state.name === "recorded" ? (
        <Review recorded={state.recorded} label={t("listen")} />
      ) : (
        <>
          <Mic aria-hidden="true" className="size-4.5 shrink-0 animate-pulse text-danger motion-reduce:animate-none" />
          <span role="timer" aria-label={t("recording")} className="w-10 shrink-0 font-medium text-sm tabular-nums">
            {clockOf(state.name === "recording" ? state.lastedMs : 0)}
          </span>
          <span className="min-w-0 flex-1">
            {state.name === "recording" ? (
              <Levels levels={state.levels} />
            ) : (
              <span className="block truncate text-ink-muted text-sm">{t("asking")}</span>
            )}
          </span>
        </>
      )}
      <span ref={steps} className="flex shrink-0 items-center gap-1">
        <IconButton size="small" label={t("discard")} icon={<Trash2 />} onClick={discard} />
        {state.name === "recording" && (
          <IconButton
            size="small"
            data-after="recording"
            label={t("stop")}
            icon={<StopIcon />}
            onClick={() => void stop()}
          />
        )}
        <Button
          size="small"
          variant="primary"
          className="min-w-9 pointer-coarse:min-w-11"
          data-after="recorded"
          aria-label={t("send")}
          disabled={state.name === "asking"}
          icon={<SendHorizontal className="rtl:-scale-x-100" />}
          onClick={() => void send()}
        />
      </span>
    </Frame>
  );
}

function Frame({ children }: { children: ReactNode }) {
  const t = useTranslations("files.voice");
  return (
    // biome-ignore lint/a11y/useSemanticElements: no field set.
    <div
      role="group"
      aria-label={t("label")}
      className="m-1.5 mb-0 flex pointer-coarse:[--spacing-control-small:2.75rem] min-h-12 items-center gap-2.5 rounded-lg bg-sunken py-1 ps-3 pe-1.5"
    >
      {children}
    </div>
  );
}

function Review({ recorded, label }: { recorded: Recorded; label: string }) {
  const url = useMemo(() => URL.createObjectURL(recorded.bytes), [recorded]);
  useEffect(() => () => URL.revokeObjectURL(url), [url]);
  // biome-ignore lint/a11y/useMediaCaption: it was spoken a moment ago.
  return <audio controls src={url} aria-label={label} className="h-10 min-w-0 flex-1" />;
}

function reasonOf(problem: unknown): "denied" | "missing" | "failed" {
  const { name } = problem as { name?: string };
  if (name === "NotAllowedError") return "denied";
  return name === "NotFoundError" ? "missing" : "failed";
}
