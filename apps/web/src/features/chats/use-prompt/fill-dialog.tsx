import { chats } from "@althing/contract";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { FormDialog } from "../../../ui/form-dialog.tsx";
import { Select } from "../../../ui/select.tsx";
import { useSubmit } from "../../../ui/use-submit.ts";
import { useAssistants, useOpenChat } from "../../assistants/index.ts";
import { inserting, type Place } from "../openers.ts";
import { blanksOf, complaintAbout } from "../prompts/blanks.ts";
import { PromptText } from "../prompts/prompt-text.tsx";
import { BlankField } from "./blank-field.tsx";

type Props = { prompt: chats.Prompt; place: Place | undefined; onClose: () => void };
type Values = Readonly<Record<string, string>>;

/** Asks for what a prompt leaves open, shows what comes of it, and puts it where one writes. */
export function FillDialog({ prompt, place, onClose }: Props) {
  const t = useTranslations("chats.fill");
  const openChat = useOpenChat();
  const assistants = useAssistants();
  const blanks = blanksOf(prompt);
  const [values, setValues] = useState<Values>(() =>
    Object.fromEntries(blanks.map(({ name, default: given }) => [name, given])),
  );
  const [assistantId, setAssistantId] = useState<string | undefined>(assistants[0]?.id);
  const [isTried, setTried] = useState(false);
  const complaints = blanks.map((blank) => complaintAbout(blank, values[blank.name] ?? ""));
  const { submit, pending, problem } = useSubmit(async () => {
    setTried(true);
    if (complaints.some(Boolean)) return;
    const text = chats.fillPrompt(prompt, values);
    const assistant = assistants.find(({ id }) => id === assistantId);
    const roomId = place ? place.roomId : assistant && (await openChat(assistant));
    if (!roomId) return;
    inserting.open({ text, place: place ?? { roomId, parentId: undefined } });
    onClose();
  });
  return (
    <FormDialog
      title={prompt.title}
      description={prompt.description || undefined}
      action={place ? t("insert") : t("begin")}
      disabled={!place && !assistantId}
      {...{ pending, problem, onClose }}
      onSubmit={submit}
    >
      {!place && (
        <Select
          label={t("assistant")}
          options={assistants.map(({ id, name, handle }) => ({ value: id as string, label: name, hint: `@${handle}` }))}
          value={assistantId ?? null}
          onValueChange={setAssistantId}
        />
      )}
      {blanks.map((blank, index) => {
        const complaint = complaints[index];
        return (
          <BlankField
            key={blank.name}
            blank={blank}
            value={values[blank.name] ?? ""}
            onValueChange={(value) => setValues({ ...values, [blank.name]: value })}
            error={isTried && complaint ? t(complaint) : undefined}
            autoFocus={index === 0}
          />
        );
      })}
      <section aria-label={t("preview")} className="flex flex-col gap-1.5">
        <h3 className="font-medium text-ink-muted text-xs">{t("preview")}</h3>
        <p
          dir="auto"
          className="thin-scroll wrap-anywhere max-h-48 overflow-y-auto whitespace-pre-wrap rounded-md bg-sunken px-3 py-2 text-sm leading-relaxed"
        >
          <PromptText prompt={prompt} values={values} />
        </p>
      </section>
    </FormDialog>
  );
}
