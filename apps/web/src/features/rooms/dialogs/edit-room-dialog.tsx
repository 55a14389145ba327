import type { rooms } from "@althing/contract";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useClient } from "../../../connection/index.ts";
import { Checkbox } from "../../../ui/checkbox.tsx";
import { FormDialog } from "../../../ui/form-dialog.tsx";
import { Select } from "../../../ui/select.tsx";
import { TextArea } from "../../../ui/text-area.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { useSubmit } from "../../../ui/use-submit.ts";
import { useRoomTitle } from "../room/use-room-title.ts";
import { useCategories } from "../use-categories.ts";
import { VisibilityField } from "./visibility-field.tsx";

const none = "none";
const switches = ["joins", "leaves", "renames", "pins"] as const;
const fields = ["name", "topic", "description", "guidelines", "visibility", "categoryId", "systemMessages"] as const;

type Draft = Pick<rooms.MyRoom, (typeof fields)[number]>;

export function EditRoomDialog({ room, onClose }: { room: rooms.MyRoom; onClose: () => void }) {
  const t = useTranslations("rooms.form");
  const client = useClient();
  const title = useRoomTitle(room);
  const shared = useCategories().filter((category) => category.shared);
  const [draft, setDraft] = useState<Draft>(room);
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const { submit, pending, problem, fieldErrors } = useSubmit(async () => {
    const changed = fields.filter((field) => draft[field] !== room[field]);
    const changes = Object.fromEntries(changed.map((field) => [field, draft[field]]));
    if (changed.length > 0) await client.rooms.updateRoom({ roomId: room.id, ...changes });
    onClose();
  });
  const textField = (field: "topic" | "description" | "guidelines") => ({
    label: t(field),
    value: draft[field],
    error: fieldErrors[field],
    onValueChange: (value: string) => change({ [field]: value }),
  });
  const isChannel = room.kind === "channel";
  return (
    <FormDialog title={t("edit", { title })} action={t("save")} {...{ pending, problem, onClose }} onSubmit={submit}>
      <TextField
        label={t("name")}
        value={draft.name ?? ""}
        onValueChange={(name) => change({ name })}
        maxLength={80}
        required={isChannel}
        error={fieldErrors.name}
      />
      <TextField {...textField("topic")} hint={t("topicHint")} maxLength={250} />
      <TextArea {...textField("description")} hint={t("descriptionHint")} rows={2} maxLength={2_000} />
      <TextArea {...textField("guidelines")} hint={t("guidelinesHint")} rows={2} maxLength={5_000} />
      {isChannel && room.permissions.includes("room.manage") && (
        <VisibilityField value={draft.visibility} onValueChange={(visibility) => change({ visibility })} />
      )}
      {isChannel && shared.length > 0 && (
        <Select
          label={t("sharedCategory")}
          hint={t("sharedCategoryHint")}
          value={draft.categoryId ?? none}
          onValueChange={(value) => change({ categoryId: value === none ? null : value })}
          options={[
            { value: none, label: t("noCategory") },
            ...shared.map(({ id, name }) => ({ value: id as string, label: name })),
          ]}
        />
      )}
      <fieldset className="flex flex-col gap-1">
        <legend className="mb-1.5 font-medium text-sm">{t("systemMessages")}</legend>
        {switches.map((name) => (
          <Checkbox
            key={name}
            label={t(`system.${name}`)}
            checked={draft.systemMessages[name]}
            onCheckedChange={(checked) => change({ systemMessages: { ...draft.systemMessages, [name]: checked } })}
          />
        ))}
      </fieldset>
    </FormDialog>
  );
}
