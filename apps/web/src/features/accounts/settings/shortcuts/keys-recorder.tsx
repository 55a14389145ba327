import { type KeyboardEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { strokeOf } from "../../../../shell/index.ts";
import { Kbd } from "../../../../ui/kbd.tsx";

type KeysRecorderProps = { title: string; keys: string | undefined; onRecord: (keys: string) => void };

/** Shows a command's keys; pressed, it takes the next stroke for new ones. Escape leaves it as it was. */
export function KeysRecorder({ title, keys, onRecord }: KeysRecorderProps) {
  const t = useTranslations("accounts.shortcuts");
  const [isRecording, setRecording] = useState(false);
  const press = (event: KeyboardEvent) => {
    if (!isRecording || event.key === "Tab") return;
    // Neither the button nor any shortcut may take this stroke for itself.
    event.preventDefault();
    event.stopPropagation();
    const stroke = strokeOf(event.nativeEvent);
    if (!stroke) return;
    setRecording(false);
    if (stroke !== "escape") onRecord(stroke);
  };
  return (
    <button
      type="button"
      aria-pressed={isRecording}
      onClick={() => setRecording(true)}
      onKeyDown={press}
      onBlur={() => setRecording(false)}
      className="inline-flex h-control-small min-w-20 items-center justify-center rounded-md border border-transparent px-2 text-ink-muted text-xs hover:border-line-strong/60 hover:bg-hover aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-ink"
    >
      <span className="sr-only">{t("change", { title })}</span>
      {isRecording ? t("press") : keys ? <Kbd keys={keys} /> : t("none")}
    </button>
  );
}
