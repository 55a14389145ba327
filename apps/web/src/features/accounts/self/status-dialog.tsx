import { useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { useClient } from "../../../connection/index.ts";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { FormProblem } from "../../../ui/form-problem.tsx";
import { ListRow } from "../../../ui/list-row.tsx";
import { Select } from "../../../ui/select.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { useSubmit } from "../../../ui/use-submit.ts";
import { useMe } from "../person/use-person.ts";
import { type Duration, endOf } from "./durations.ts";
import { EmojiButton } from "./emoji-button.tsx";

const suggestions = [
  { name: "meeting", emoji: "📅", duration: "hour" },
  { name: "focusing", emoji: "🎧", duration: "hour" },
  { name: "lunch", emoji: "🍲", duration: "halfHour" },
  { name: "commuting", emoji: "🚆", duration: "halfHour" },
  { name: "sick", emoji: "🤒", duration: "today" },
  { name: "holiday", emoji: "🌴", duration: "week" },
] as const satisfies readonly { name: string; emoji: string; duration: Duration }[];

const choices = ["never", "halfHour", "hour", "today", "week"] as const satisfies readonly Duration[];
const textLength = 100;

/** Sets what others see beside one's name, and when that ends by itself. */
export function StatusDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations("accounts.status");
  const { accounts } = useClient();
  const kept = useMe()?.status ?? null;
  const [emoji, setEmoji] = useState(kept?.emoji ?? null);
  const [text, setText] = useState(kept?.text ?? "");
  const [duration, setDuration] = useState<Duration | "asSet">(kept?.expiresAt ? "asSet" : "never");
  const words = useRef<HTMLInputElement>(null);
  const isEmpty = emoji === null && text.trim() === "";

  const save = useSubmit(async () => {
    const end = duration === "asSet" ? kept?.expiresAt : endOf(duration, new Date())?.toISOString();
    await accounts.setStatus({ emoji, text: text.trim(), expiresAt: (!isEmpty && end) || null });
    onClose();
  });
  const clear = useSubmit(async () => {
    await accounts.setStatus({});
    onClose();
  });
  const options = [
    ...(kept?.expiresAt ? [{ value: "asSet", label: t("asSet") } as const] : []),
    ...choices.map((value) => ({ value, label: t(`clearsAfter.${value}`) })),
  ];

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("title")}
      size="small"
      initialFocus={words}
      footer={
        <>
          {kept && (
            <Button variant="ghost" loading={clear.pending} onClick={() => void clear.submit()}>
              {t("clear")}
            </Button>
          )}
          <Button type="submit" form="status" variant="primary" loading={save.pending} disabled={isEmpty && !kept}>
            {t("save")}
          </Button>
        </>
      }
    >
      <form id="status" onSubmit={save.submit} className="flex flex-col gap-4">
        <FormProblem problem={save.problem ?? clear.problem} />
        <TextField
          ref={words}
          label={t("text")}
          hideLabel
          placeholder={t("text")}
          value={text}
          onValueChange={setText}
          error={save.fieldErrors.text}
          maxLength={textLength}
          autoComplete="off"
          leading={<EmojiButton emoji={emoji} onPick={setEmoji} />}
        />
        {isEmpty && (
          <ul aria-label={t("suggestions")} className="-mx-2">
            {suggestions.map((suggestion) => (
              <li key={suggestion.name}>
                <ListRow
                  leading={<span className="w-5 text-center text-base">{suggestion.emoji}</span>}
                  trailing={<span className="text-ink-faint text-xs">{t(`clearsAfter.${suggestion.duration}`)}</span>}
                  onClick={() => {
                    setEmoji(suggestion.emoji);
                    setText(t(`suggestion.${suggestion.name}`));
                    setDuration(suggestion.duration);
                  }}
                >
                  {t(`suggestion.${suggestion.name}`)}
                </ListRow>
              </li>
            ))}
          </ul>
        )}
        <Select label={t("clears")} options={options} value={duration} onValueChange={setDuration} />
      </form>
    </Dialog>
  );
}
