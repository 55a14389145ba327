import type { assistants } from "@althing/contract";
import { useNavigate, useParams } from "@tanstack/react-router";
import { Sparkles } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useClient } from "../../../connection/index.ts";
import { FormDialog } from "../../../ui/form-dialog.tsx";
import { Select } from "../../../ui/select.tsx";
import { useSubmit } from "../../../ui/use-submit.ts";
import { useAssistants } from "../use-assistants.ts";
import { choiceOf, keyOf, useModelDescription, useModels } from "../use-models.ts";

type Props = { run: assistants.Run; onClose: () => void };

const modelMark = "model:";
const assistantMark = "assistant:";

/** Asks another model or assistant the same, and goes to where the answers stand side by side. */
export function CompareDialog({ run, onClose }: Props) {
  const t = useTranslations("assistants.compare");
  const client = useClient();
  const navigate = useNavigate();
  const { slug } = useParams({ from: "/w/$slug" });
  const { roomId, promptId, parentId, assistant } = run;
  const options = useOptions(run);
  const [chosen, setChosen] = useState<string>();
  const wanted = chosen ?? options[0]?.value;
  const { submit, pending, problem } = useSubmit(async () => {
    if (!wanted || !promptId) return;
    const isModel = wanted.startsWith(modelMark);
    await client.assistants.ask({
      roomId,
      promptId,
      assistantId: isModel ? assistant.id : (wanted.slice(assistantMark.length) as typeof assistant.id),
      ...(parentId && { parentId }),
      ...(isModel && { model: choiceOf(wanted.slice(modelMark.length)) }),
    });
    onClose();
    await navigate({ to: "/w/$slug/compare/$roomId/$messageId", params: { slug, roomId, messageId: promptId } });
  });
  return (
    <FormDialog
      title={t("title")}
      description={t("hint")}
      action={t("ask")}
      disabled={!wanted}
      {...{ pending, problem, onClose }}
      onSubmit={submit}
    >
      <Select
        label={t("with")}
        hint={options.length === 0 ? t("nobodyElse") : undefined}
        options={options}
        value={wanted ?? null}
        onValueChange={setChosen}
      />
    </FormDialog>
  );
}

/** Models first, but not the one that answered; then the other assistants. */
function useOptions({ model, assistant }: assistants.Run) {
  const hintOf = useModelDescription();
  const models = useModels().filter((one) => !model || keyOf(one) !== keyOf(model));
  const others = useAssistants().filter(({ id }) => id !== assistant.id);
  return [
    ...models.map((one) => ({ value: modelMark + keyOf(one), label: one.name, hint: hintOf(one) })),
    ...others.map(({ id, name, handle }) => ({
      value: assistantMark + id,
      label: name,
      hint: `@${handle}`,
      icon: <Sparkles aria-hidden="true" className="size-4 shrink-0 text-ink-muted" />,
    })),
  ];
}
