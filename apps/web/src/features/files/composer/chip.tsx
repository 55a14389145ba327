import { files } from "@althing/contract";
import { isProblem } from "@althing/sdk";
import { useEffect, useRef } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { useLiveStatus } from "../../../connection/index.ts";
import { FileChip } from "../../../ui/files/file-chip.tsx";
import { useLinksTo } from "../links/use-links.ts";
import type { Shelved } from "../shelf/shelf.ts";
import { useByteSize } from "../shown/use-byte-size.ts";
import { localUrlOf } from "../uploads/locals.ts";
import { FileRefused } from "../uploads/problems.ts";
import { useProblemText } from "./use-problem-text.ts";

type ChipProps = { item: Shelved; onRetry: () => void; onRemove: () => void };

export function Chip({ item, onRetry, onRemove }: ChipProps) {
  const t = useTranslations("files.composer");
  const { number } = useFormatter();
  const sizeOf = useByteSize();
  const reasonOf = useProblemText();
  const { id, name, kind, sizeBytes, sentBytes, attachment, problem } = item;
  const local = localUrlOf(id);
  // After a reload this page has no picture of its own.
  const isFetched = local === undefined && attachment?.kind === "image";
  const [link] = useLinksTo(isFetched ? [{ id, variant: attachment.hasPreview ? "preview" : "original" }] : []);
  const isCutOff = useIsCutOff();
  const isFailed = problem !== undefined;
  const isGoing = !isFailed && !attachment;
  const progress = sizeBytes === 0 ? 0 : sentBytes / sizeBytes;
  const percent = number(progress, { style: "percent" });
  const detail = isFailed
    ? reasonOf(problem)
    : isGoing && isCutOff
      ? t("waiting")
      : isGoing
        ? `${percent} · ${sizeOf(sizeBytes)}`
        : sizeOf(sizeBytes);
  const chip = useRef<HTMLLIElement>(null);
  // On a phone it may lie beyond the edge, and nothing can be sent with it.
  useEffect(() => {
    if (isFailed) chip.current?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [isFailed]);
  return (
    <FileChip
      ref={chip}
      name={name}
      kind={kind}
      detail={detail}
      pictureUrl={isFailed ? undefined : (local ?? (link || undefined))}
      progress={isGoing ? progress : undefined}
      progressLabel={t("sending", { name })}
      isFailed={isFailed}
      removeLabel={t("remove", { name })}
      onRemove={onRemove}
      retryLabel={t("retry", { name })}
      onRetry={isFailed && mayGoAnotherTime(problem) ? onRetry : undefined}
    />
  );
}

const useIsCutOff = (): boolean => ["offline", "waiting"].includes(useLiveStatus().state);

const mayGoAnotherTime = (problem: unknown): boolean =>
  !(problem instanceof FileRefused) &&
  !isProblem(problem, files.FileTooLarge) &&
  !isProblem(problem, files.ImageTooLarge);
