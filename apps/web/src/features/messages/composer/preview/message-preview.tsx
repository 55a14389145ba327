import { useTranslations } from "use-intl";
import { useDescribeProblem } from "../../../../ui/problem.ts";
import { MessageBody } from "../../row/message-body.tsx";
import { usePreview } from "./use-preview.ts";

type MessagePreviewProps = { roomId: string; text: string };

export function MessagePreview({ roomId, text }: MessagePreviewProps) {
  const t = useTranslations("messages.composer.preview");
  const describeProblem = useDescribeProblem();
  const { html, problem } = usePreview(roomId, text);
  return (
    <section
      aria-label={t("label")}
      className="thin-scroll mx-1.5 mb-1.5 max-h-[30dvh] min-h-9 overflow-y-auto rounded-md bg-sunken px-2.5 py-2"
    >
      {problem !== undefined && <p className="text-ink-muted text-sm">{describeProblem(problem).title}</p>}
      {html === "" && <p className="text-ink-faint text-sm">{t("empty")}</p>}
      {html && <MessageBody html={html} />}
    </section>
  );
}
