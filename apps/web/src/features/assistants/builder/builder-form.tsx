import type { assistants } from "@althing/contract";
import { useTranslations } from "use-intl";
import { useClient, useWorkspace } from "../../../connection/index.ts";
import { Button } from "../../../ui/button.tsx";
import { Divider } from "../../../ui/divider.tsx";
import { FormProblem } from "../../../ui/form-problem.tsx";
import { RadioGroup } from "../../../ui/radio-group.tsx";
import { Switch } from "../../../ui/switch.tsx";
import { TextArea } from "../../../ui/text-area.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { useToast } from "../../../ui/toast.tsx";
import { useSubmit } from "../../../ui/use-submit.ts";
import { KnowledgeField } from "./knowledge-field.tsx";
import { ModelFields } from "./model-fields.tsx";
import type { Settings } from "./settings.ts";
import { ToolsField } from "./tools-field.tsx";

type Detail = assistants.AssistantDetail;

type Props = {
  detail: Detail | undefined;
  settings: Settings;
  onSettings: (settings: Settings) => void;
  onSaved: (saved: Detail) => void;
};

/** All that makes an assistant. Saving makes a version of it. */
export function BuilderForm({ detail, settings, onSettings, onSaved }: Props) {
  const t = useTranslations("assistants.builder");
  const client = useClient();
  const toast = useToast();
  const { id: workspaceId } = useWorkspace();
  const change = (part: Partial<Settings>) => onSettings({ ...settings, ...part });
  const { submit, pending, problem, fieldErrors } = useSubmit(async () => {
    const wanted = { ...settings, starters: settings.starters.filter((starter) => starter.trim() !== "") };
    const saved = detail
      ? await client.assistants.updateAssistant({ workspaceId, assistantId: detail.id, ...wanted })
      : await client.assistants.createAssistant({ workspaceId, ...wanted });
    toast.show({ title: detail ? t("saved") : t("created", { name: saved.name, handle: saved.handle }) });
    onSaved(saved);
  });
  return (
    <form onSubmit={submit} className="flex flex-col gap-5 pt-2" noValidate>
      <TextField
        label={t("name")}
        hint={detail && <bdi>@{detail.handle}</bdi>}
        value={settings.name}
        onValueChange={(name) => change({ name })}
        maxLength={80}
        autoComplete="off"
        error={fieldErrors.name}
      />
      <TextField
        label={t("description")}
        hint={t("descriptionHint")}
        value={settings.description}
        onValueChange={(description) => change({ description })}
        maxLength={500}
        error={fieldErrors.description}
      />
      <TextArea
        label={t("instructions")}
        hint={t("instructionsHint")}
        rows={6}
        value={settings.instructions}
        onValueChange={(instructions) => change({ instructions })}
        error={fieldErrors.instructions}
      />
      <ModelFields settings={settings} onChange={change} errors={fieldErrors} />
      <Divider />
      <KnowledgeField settings={settings} onChange={change} error={fieldErrors.knowledge} />
      <Switch
        label={t("citesSources")}
        hint={t("citesSourcesHint")}
        checked={settings.citesSources}
        onCheckedChange={(citesSources) => change({ citesSources })}
      />
      <ToolsField settings={settings} onChange={change} error={fieldErrors.tools} />
      <Divider />
      <Starters starters={settings.starters} onChange={(starters) => change({ starters })} />
      <RadioGroup
        label={t("visibility")}
        value={settings.visibility}
        onValueChange={(visibility) => change({ visibility })}
        options={[
          { value: "private", label: t("private"), hint: t("privateHint") },
          { value: "workspace", label: t("workspace"), hint: t("workspaceHint") },
        ]}
      />
      <FormProblem problem={problem} />
      <Button
        type="submit"
        variant="primary"
        className="self-start"
        loading={pending}
        disabled={settings.name.trim() === ""}
      >
        {detail ? t("save") : t("create")}
      </Button>
    </form>
  );
}

const mostStarters = 8;

/** One line each; an empty one waits at the end. */
function Starters({ starters, onChange }: { starters: readonly string[]; onChange: (starters: string[]) => void }) {
  const t = useTranslations("assistants.builder");
  const lines = starters.length < mostStarters && starters.at(-1) !== "" ? [...starters, ""] : starters;
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1.5 font-medium text-sm">{t("starters")}</legend>
      {lines.map((starter, index) => (
        <TextField
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its place.
          key={index}
          label={t("starter", { number: index + 1 })}
          hideLabel
          placeholder={t("starterHint")}
          value={starter}
          maxLength={200}
          onValueChange={(text) => onChange(lines.with(index, text).filter((one, at) => one !== "" || at === index))}
        />
      ))}
    </fieldset>
  );
}
