import type { rooms } from "@althing/contract";
import { Hash, Lock } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useClient, useReplica, useWorkspace } from "../../../connection/index.ts";
import type { Choice } from "../../../ui/multi-select.tsx";
import { Select } from "../../../ui/select.tsx";
import { TextArea } from "../../../ui/text-area.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { useSubmit } from "../../../ui/use-submit.ts";
import { useRoomVerbs } from "../room/use-room-verbs.ts";
import { useCategories } from "../use-categories.ts";
import { channelNameOf } from "./channel-name.ts";
import { FormDialog } from "./form-dialog.tsx";
import { PeopleField } from "./people-field.tsx";
import { VisibilityField } from "./visibility-field.tsx";

type Props = { name?: string; categoryId?: string | undefined; onClose: () => void };

const none = "none";

export function NewChannelDialog({ onClose, ...given }: Props) {
  const t = useTranslations("rooms.form");
  const client = useClient();
  const { id: workspaceId } = useWorkspace();
  const { open } = useRoomVerbs();
  const categories = useCategories();
  const [typed, setTyped] = useState(given.name ?? "");
  const [visibility, setVisibility] = useState<rooms.RoomVisibility>("public");
  const [texts, setTexts] = useState({ topic: "", description: "", guidelines: "" });
  const [categoryId, setCategoryId] = useState(given.categoryId ?? none);
  const [people, setPeople] = useState<Choice[]>([]);
  const name = channelNameOf(typed);
  const isTaken = useIsNameTaken(name);

  const { submit, pending, problem, fieldErrors } = useSubmit(async () => {
    const memberIds = people.map(({ id }) => id);
    const room = await client.rooms.createRoom({ workspaceId, kind: "channel", name, visibility, ...texts, memberIds });
    if (categoryId !== none) await client.rooms.placeRoom({ roomId: room.id, categoryId });
    onClose();
    open(room.id);
  });
  const textField = (field: keyof typeof texts) => ({
    label: t(field),
    value: texts[field],
    error: fieldErrors[field],
    onValueChange: (value: string) => setTexts({ ...texts, [field]: value }),
  });

  return (
    <FormDialog
      title={t("newChannel")}
      description={t("newChannelHint")}
      action={t("create")}
      disabled={name === "" || isTaken}
      {...{ pending, problem, onClose }}
      onSubmit={submit}
    >
      <TextField
        label={t("name")}
        leading={visibility === "private" ? <Lock /> : <Hash />}
        value={typed}
        onValueChange={setTyped}
        maxLength={80}
        autoFocus
        autoComplete="off"
        hint={name !== "" && name !== typed ? t("nameWillBe", { name }) : t("nameHint")}
        error={isTaken ? t("nameTaken") : fieldErrors.name}
      />
      <VisibilityField value={visibility} onValueChange={setVisibility} />
      <TextField {...textField("topic")} hint={t("topicHint")} maxLength={250} />
      <PeopleField label={t("people")} selected={people} onSelectedChange={setPeople} />
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
    </FormDialog>
  );
}

/** As far as one knows here; the server knows of all. */
const useIsNameTaken = (name: string): boolean =>
  useReplica(({ rooms: known }) =>
    Object.values(known).some(
      (room) => room.kind === "channel" && room.archivedAt === null && channelNameOf(room.name ?? "") === name,
    ),
  );
