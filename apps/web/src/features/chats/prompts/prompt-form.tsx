import { chats, errors } from "@althing/contract";
import { isProblem } from "@althing/sdk";
import { useTranslations } from "use-intl";
import { useClient, useWorkspace } from "../../../connection/index.ts";
import { Button } from "../../../ui/button.tsx";
import { FormProblem } from "../../../ui/form-problem.tsx";
import { TextArea } from "../../../ui/text-area.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { useToast } from "../../../ui/toast.tsx";
import { useSubmit } from "../../../ui/use-submit.ts";
import { usePermission } from "../../workspaces/index.ts";
import { BlankSettings } from "./blank-settings.tsx";
import { blanksOf, withBlank } from "./blanks.ts";
import { ChangedMeanwhile, VisibilityChoice } from "./prompt-form-parts.tsx";
import type { Editing, PromptDraft } from "./use-prompt-draft.ts";

type Props = {
  /** The one to change, as it is now; without it, a new one is made. */
  prompt: chats.Prompt | undefined;
  editing: Editing;
  onSaved: (saved: chats.Prompt) => void;
};

/** Writes a prompt. What somebody else changed in the meantime is said, and written over only when one says so. */
export function PromptForm({ prompt, editing, onSaved }: Props) {
  const t = useTranslations("chats.promptForm");
  const client = useClient();
  const toast = useToast();
  const { id: workspaceId } = useWorkspace();
  const { written, setWritten, begun, setBegun, take } = editing;
  const mayShare = usePermission("prompt.share");
  const change = (part: Partial<PromptDraft>) => setWritten({ ...written, ...part });
  const blanks = blanksOf(written);
  const { submit, pending, problem, fieldErrors, reset } = useSubmit(async () => {
    const variables = blanks.map((blank) => ({
      ...blank,
      choices: blank.kind === "choice" ? blank.choices.map((one) => one.trim()).filter(Boolean) : [],
    }));
    const wanted = { workspaceId, ...written, variables };
    const saved = prompt
      ? await client.chats.updatePrompt({ ...wanted, promptId: prompt.id }, { ifMatch: `"${begun}"` }).catch(asStale)
      : await client.chats.createPrompt(wanted);
    if (!saved) return;
    setBegun(saved.version);
    toast.show({ title: prompt ? t("saved") : t("created") });
    onSaved(saved);
  });
  const isStale = prompt !== undefined && begun !== undefined && prompt.version > begun && !pending;
  return (
    <form onSubmit={submit} className="flex flex-col gap-5" noValidate>
      {isStale && (
        <ChangedMeanwhile
          onKeep={() => setBegun(prompt.version)}
          onTake={() => {
            take(prompt);
            reset();
          }}
        />
      )}
      <TextField
        label={t("title")}
        value={written.title}
        onValueChange={(title) => change({ title })}
        maxLength={120}
        autoComplete="off"
        error={fieldErrors.title}
      />
      <TextField
        label={t("description")}
        hint={t("descriptionHint")}
        value={written.description}
        onValueChange={(description) => change({ description })}
        maxLength={500}
        error={fieldErrors.description}
      />
      <TextArea
        label={t("body")}
        hint={t.rich("bodyHint", { blank: () => <code dir="ltr">{"{{customer}}"}</code> })}
        rows={7}
        value={written.body}
        onValueChange={(body) => change({ body })}
        maxLength={chats.promptLimits.bodyLength}
        error={fieldErrors.body}
      />
      {blanks.length > 0 && (
        <section aria-label={t("blanks")} className="flex flex-col gap-2">
          <h2 className="font-medium text-sm">{t("blanks")}</h2>
          {fieldErrors.variables && <p className="text-danger text-xs">{fieldErrors.variables}</p>}
          {blanks.map((blank, index) => (
            <BlankSettings
              key={blank.name}
              blank={blank}
              errorOf={(field) => fieldErrors[`variables.${index}.${field}`] ?? wholeOf(fieldErrors, index, field)}
              onChange={(changed) => change({ variables: withBlank(written.variables, changed) })}
            />
          ))}
        </section>
      )}
      <VisibilityChoice
        shared={written.shared}
        mayShare={mayShare || prompt?.shared === true}
        onChange={(shared) => change({ shared })}
      />
      <FormProblem problem={problem} />
      <Button
        type="submit"
        variant="primary"
        className="self-start"
        loading={pending}
        disabled={written.title.trim() === "" || written.body.trim() === "" || isStale}
      >
        {prompt ? t("save") : t("create")}
      </Button>
    </form>
  );
}

/** The event of the other change is on its way, and brings the question what to do. */
function asStale(problem: unknown): undefined {
  if (!isProblem(problem, errors.Stale)) throw problem;
}

/** A complaint about a blank as a whole is about its choices or its default: it is told where the choices stand. */
const wholeOf = (told: Readonly<Record<string, string>>, index: number, field: string): string | undefined =>
  field === "default" ? told[`variables.${index}`] : undefined;
