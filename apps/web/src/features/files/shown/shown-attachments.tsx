import type { files } from "@althing/contract";
import { useTranslations } from "use-intl";
import { spokenLater } from "../../../i18n/index.ts";
import { FileCard } from "../../../ui/files/file-card.tsx";
import { Pictures } from "./pictures.tsx";
import { AudioPlayer, VideoPlayer } from "./players.tsx";
import { useByteSize } from "./use-byte-size.ts";
import { useSave } from "./use-save.ts";

type Props = { messageId: string; attachments: readonly files.Attachment[]; tabIndex?: number | undefined };

export const ShownAttachments = spokenLater("files", All);

function All({ messageId, attachments, tabIndex }: Props) {
  const t = useTranslations("files.shown");
  const pictures = attachments.filter(({ kind }) => kind === "image");
  const others = attachments.filter(({ kind }) => kind !== "image");
  if (attachments.length === 0) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: no field set.
    <div
      role="group"
      aria-label={t("label", { count: attachments.length })}
      className="flex flex-col items-start gap-1.5 pt-1 pb-0.5"
    >
      {pictures.length > 0 && <Pictures messageId={messageId} pictures={pictures} tabIndex={tabIndex} />}
      {others.map((attachment) => (
        <Other key={attachment.id} messageId={messageId} attachment={attachment} tabIndex={tabIndex} />
      ))}
    </div>
  );
}

type OneProps = { messageId: string; attachment: files.Attachment; tabIndex?: number | undefined };

function Other({ messageId, attachment, tabIndex }: OneProps) {
  const t = useTranslations("files");
  const sizeOf = useByteSize();
  const save = useSave();
  const { name, kind, sizeBytes } = attachment;
  if (kind === "audio") return <AudioPlayer {...{ messageId, attachment, tabIndex }} />;
  if (kind === "video") return <VideoPlayer attachment={attachment} tabIndex={tabIndex} />;
  const size = sizeOf(sizeBytes);
  return (
    <FileCard
      name={name}
      kind={kind}
      detail={`${t(`kinds.${kind}`)} · ${size}`}
      label={t("shown.save", { name, size })}
      tabIndex={tabIndex}
      onOpen={() => save(attachment)}
    />
  );
}
