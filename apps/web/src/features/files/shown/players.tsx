import type { files } from "@althing/contract";
import { Download } from "lucide-react";
import { type SyntheticEvent, useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { FileName } from "../../../ui/files/file-name.tsx";
import { IconButton } from "../../../ui/icon-button.tsx";
import { useLinks, useLinksTo } from "../links/use-links.ts";
import { localUrlOf } from "../uploads/locals.ts";
import { useByteSize } from "./use-byte-size.ts";
import { useSave } from "./use-save.ts";
import { VoiceWords } from "./voice-words.tsx";

type Props = { attachment: files.Attachment; tabIndex?: number | undefined };

export function AudioPlayer({ messageId, attachment, tabIndex }: Props & { messageId: string }) {
  const source = useSource<HTMLAudioElement>(attachment.id);
  return (
    <figure className="w-80 max-w-full rounded-lg border border-line bg-surface p-1.5">
      <audio
        {...source}
        controls
        preload="none"
        tabIndex={tabIndex}
        aria-label={attachment.name}
        className="h-10 w-full"
      />
      <Caption attachment={attachment} tabIndex={tabIndex} />
      <VoiceWords messageId={messageId} attachment={attachment} tabIndex={tabIndex} />
    </figure>
  );
}

export function VideoPlayer({ attachment, tabIndex }: Props) {
  const source = useSource<HTMLVideoElement>(attachment.id);
  return (
    <figure className="w-100 max-w-full overflow-hidden rounded-lg border border-line bg-surface">
      <video
        {...source}
        controls
        playsInline
        preload="none"
        tabIndex={tabIndex}
        aria-label={attachment.name}
        className="aspect-video w-full bg-black"
      />
      <Caption attachment={attachment} tabIndex={tabIndex} className="p-1.5" />
    </figure>
  );
}

function Caption({ attachment, tabIndex, className = "" }: Props & { className?: string }) {
  const t = useTranslations("files.shown");
  const sizeOf = useByteSize();
  const save = useSave();
  const size = sizeOf(attachment.sizeBytes);
  return (
    <figcaption className={`flex items-center gap-2 ps-1.5 text-ink-muted text-xs ${className}`}>
      <FileName name={attachment.name} className="flex-1" />
      <span className="shrink-0 tabular-nums">{size}</span>
      <IconButton
        size="small"
        tabIndex={tabIndex}
        label={t("save", { name: attachment.name, size })}
        icon={<Download />}
        onClick={() => save(attachment)}
      />
    </figcaption>
  );
}

/** Where it plays from. An address that ended while it lay there is replaced, and it plays on where it was. */
function useSource<Media extends HTMLMediaElement>(id: string) {
  const links = useLinks();
  const local = localUrlOf(id);
  const [link] = useLinksTo([{ id, variant: "original" }]);
  const src = local ?? (link || undefined);
  const media = useRef<Media>(null);
  const brokeAt = useRef<number>(undefined);
  useEffect(() => {
    if (src === undefined || brokeAt.current === undefined || !media.current) return;
    media.current.currentTime = brokeAt.current;
    brokeAt.current = undefined;
    media.current.play().catch(() => undefined);
  }, [src]);
  const onError = ({ currentTarget }: SyntheticEvent<Media>) => {
    brokeAt.current = currentTarget.currentTime;
    links.renew({ id, variant: "original" });
  };
  return { ref: media, src, onError };
}
