import { useTranslations } from "use-intl";
import { spokenLater } from "../../../i18n/index.ts";
import { Button } from "../../../ui/button.tsx";
import { Notice } from "./notice.tsx";

type Props = { text: string; onFile: (file: File) => void; onCode: () => void; onKeep: () => void };

function Offer({ text, onFile, onCode, onKeep }: Props) {
  const t = useTranslations("messages.longPaste");
  const fileOf = () => new File([text], `${t("fileName")}.txt`, { type: "text/plain" });
  return (
    <Notice
      actions={
        <>
          <Button size="small" onClick={() => onFile(fileOf())}>
            {t("file")}
          </Button>
          <Button size="small" onClick={onCode}>
            {t("code")}
          </Button>
          <Button size="small" variant="ghost" onClick={onKeep}>
            {t("keep")}
          </Button>
        </>
      }
    >
      {t("title", { lines: text.split("\n").length, characters: text.length })}
    </Notice>
  );
}

/** A text that would bury what others said may become a file, or at least scroll in itself. */
export const LongPaste = spokenLater("messages", Offer);
