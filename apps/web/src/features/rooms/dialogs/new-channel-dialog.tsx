import type { rooms } from "@althing/contract";
import { Hash, LayoutTemplate, Lock } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useClient, useReplica, useWorkspace } from "../../../connection/index.ts";
import { FormDialog } from "../../../ui/form-dialog.tsx";
import type { Choice } from "../../../ui/multi-select.tsx";
import { Select } from "../../../ui/select.tsx";
import { TextArea } from "../../../ui/text-area.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { useSubmit } from "../../../ui/use-submit.ts";
import { useRoomVerbs } from "../room/use-room-verbs.ts";
import { blank, StartChoices } from "../templates/start-choices.tsx";
import { findTakenName, roomNamesFrom } from "../templates/template-names.ts";
import { TemplatePreview } from "../templates/template-preview.tsx";
import { useTemplates } from "../templates/use-templates.ts";
import { useCategories } from "../use-categories.ts";
import { channelNameOf } from "./channel-name.ts";
import { PeopleField } from "./people-field.tsx";
import { VisibilityField } from "./visibility-field.tsx";

type Props = {
  name?: string;
  categoryId?: string | undefined;
  /** Whether it starts from a template, until something else is chosen. */
  fromTemplate?: boolean;
  onClose: () => void;
};

const none = "none";

/** Makes a channel from nothing, or the rooms of a template. */
export function NewChannelDialog({ onClose, ...given }: Props) {
  const t = useTranslations("rooms.form");
  const tTemplates = useTranslations("rooms.templates");
  const client = useClient();
  const { id: workspaceId } = useWorkspace();
  const { open } = useRoomVerbs();
  const categories = useCategories();
  const { templates } = useTemplates();
  const [start, setStart] = useState<string>();
  const [typed, setTyped] = useState(given.name ?? "");
  const [visibility, setVisibility] = useState<rooms.RoomVisibility>("public");
  const [texts, setTexts] = useState({ topic: "", description: "", guidelines: "" });
  const [categoryId, setCategoryId] = useState(given.categoryId ?? none);
  const [people, setPeople] = useState<Choice[]>([]);
  const name = channelNameOf(typed);
  const first = given.fromTemplate ? templates?.[0]?.id : undefined;
  const template = templates?.find(({ id }) => id === (start ?? first));
  const takenName = useReplica((replica) =>
    findTakenName(replica.rooms, template ? roomNamesFrom(template, name) : [name]),
  );

  const { submit, pending, problem, fieldErrors } = useSubmit(async () => {
    const wanted = { workspaceId, name, memberIds: people.map(({ id }) => id) };
    const made = template
      ? await client.rooms.createRoomsFromTemplate({ ...wanted, templateId: template.id })
      : [await client.rooms.createRoom({ ...wanted, kind: "channel", visibility, ...texts })];
    if (categoryId !== none) {
      await Promise.all(made.map(({ id }) => client.rooms.placeRoom({ roomId: id, categoryId })));
    }
    onClose();
    if (made[0]) open(made[0].id);
  });
  const textField = (field: keyof typeof texts) => ({
    label: t(field),
    value: texts[field],
    error: fieldErrors[field],
    onValueChange: (value: string) => setTexts({ ...texts, [field]: value }),
  });
  const isPrivate = !template && visibility === "private";
  const nameHint = template ? tTemplates("nameHint") : t("nameHint");
  const nameTaken = takenName && (template ? tTemplates("nameTaken", { name: takenName }) : t("nameTaken"));

  return (
    <FormDialog
      title={t("newChannel")}
      description={t("newChannelHint")}
      action={template ? tTemplates("create", { count: template.rooms.length }) : t("create")}
      disabled={name === "" || takenName !== undefined}
      {...{ pending, problem, onClose }}
      onSubmit={submit}
    >
      <StartChoices templates={templates} value={template?.id ?? blank} onValueChange={setStart} />
      <TextField
        label={t("name")}
        leading={template ? <LayoutTemplate /> : isPrivate ? <Lock /> : <Hash />}
        value={typed}
        onValueChange={setTyped}
        maxLength={template ? 60 : 80}
        autoFocus
        autoComplete="off"
        hint={!template && name !== "" && name !== typed ? t("nameWillBe", { name }) : nameHint}
        error={(name !== "" && nameTaken) || fieldErrors.name}
      />
      {template ? (
        <TemplatePreview template={template} name={name} />
      ) : (
        <>
          <VisibilityField value={visibility} onValueChange={setVisibility} />
          <TextField {...textField("topic")} hint={t("topicHint")} maxLength={250} />
        </>
      )}
      <PeopleField label={t("people")} selected={people} onSelectedChange={setPeople} />
      {!template && (
        <details className="group">
          <summary className="w-fit rounded-sm font-medium text-ink-muted text-sm hover:text-ink">{t("more")}</summary>
          <div className="mt-3 flex flex-col gap-4">
            <TextArea {...textField("description")} hint={t("descriptionHint")} rows={2} maxLength={2_000} />
            <TextArea {...textField("guidelines")} hint={t("guidelinesHint")} rows={2} maxLength={5_000} />
            {categories.length > 0 && (
              <Select
                label={t("category")}
                value={categoryId}
                onValueChange={setCategoryId}
                options={[
                  { value: none, label: t("noCategory") },
                  ...categories.map(({ id, name: label }) => ({ value: id as string, label })),
                ]}
              />
            )}
          </div>
        </details>
      )}
    </FormDialog>
  );
}
