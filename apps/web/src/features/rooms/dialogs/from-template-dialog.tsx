import type { rooms } from "@althing/contract";
import { useQuery } from "@tanstack/react-query";
import { Hash, Lock } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useClient, useWorkspace } from "../../../connection/index.ts";
import { ErrorState } from "../../../ui/error-state.tsx";
import type { Choice } from "../../../ui/multi-select.tsx";
import { Select } from "../../../ui/select.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { useSubmit } from "../../../ui/use-submit.ts";
import { useRoomVerbs } from "../room/use-room-verbs.ts";
import { channelNameOf } from "./channel-name.ts";
import { FormDialog } from "./form-dialog.tsx";
import { PeopleField } from "./people-field.tsx";

/** Makes the rooms of a template, and shows beforehand what they will be. */
export function FromTemplateDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations("rooms.template");
  const client = useClient();
  const { id: workspaceId } = useWorkspace();
  const { open } = useRoomVerbs();
  const templates = useQuery({
    queryKey: ["rooms.list_templates", workspaceId],
    queryFn: () => client.rooms.listRoomTemplates({ workspaceId }),
  });
  const [chosenId, setChosenId] = useState<string>();
  const [typed, setTyped] = useState("");
  const [people, setPeople] = useState<Choice[]>([]);
  const template = templates.data?.find(({ id }) => id === chosenId) ?? templates.data?.[0];
  const name = channelNameOf(typed);
  const { submit, pending, problem, fieldErrors } = useSubmit(async () => {
    if (!template) return;
    const memberIds = people.map(({ id }) => id);
    const made = await client.rooms.createRoomsFromTemplate({ workspaceId, templateId: template.id, name, memberIds });
    onClose();
    if (made[0]) open(made[0].id);
  });
  return (
    <FormDialog
      title={t("title")}
      description={t("hint")}
      action={t("create", { count: template?.rooms.length ?? 1 })}
      disabled={name === "" || !template}
      {...{ pending, problem, onClose }}
      onSubmit={submit}
    >
      {templates.error && <ErrorState error={templates.error} onRetry={() => void templates.refetch()} />}
      <Select
        label={t("template")}
        hint={template?.description}
        value={template?.id ?? null}
        onValueChange={setChosenId}
        options={(templates.data ?? []).map(({ id, name: label }) => ({ value: id as string, label }))}
      />
      <TextField
        label={t("name")}
        hint={t("nameHint")}
        value={typed}
        onValueChange={setTyped}
        maxLength={60}
        autoFocus
        autoComplete="off"
        error={fieldErrors.name}
      />
      {template && <Preview template={template} name={name} />}
      <PeopleField label={t("people")} selected={people} onSelectedChange={setPeople} />
    </FormDialog>
  );
}

function Preview({ template, name }: { template: rooms.RoomTemplate; name: string }) {
  const t = useTranslations("rooms.template");
  return (
    <section aria-label={t("preview")} className="rounded-md bg-sunken px-3 py-2 text-sm">
      <p className="text-ink-muted text-xs">{t("preview")}</p>
      <ul>
        {template.rooms.map((room) => (
          <li key={room.name} className="flex min-h-7 items-center gap-1.5 [&>svg]:size-4 [&>svg]:text-ink-muted">
            {room.visibility === "private" ? <Lock aria-hidden="true" /> : <Hash aria-hidden="true" />}
            {room.name.replaceAll("{name}", name || "…")}
          </li>
        ))}
      </ul>
    </section>
  );
}
