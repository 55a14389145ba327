import type { rooms } from "@althing/contract";
import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useClient, useReplica, useWorkspace } from "../../../connection/index.ts";
import { Button } from "../../../ui/button.tsx";
import { FormDialog } from "../../../ui/form-dialog.tsx";
import type { Choice } from "../../../ui/multi-select.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { useSubmit } from "../../../ui/use-submit.ts";
import { choiceOf, PeopleField } from "../dialogs/people-field.tsx";
import { newTemplateRoom, TemplateRoomFields } from "./template-room-fields.tsx";

export type TemplateDraft = Pick<rooms.RoomTemplate, "name" | "description" | "rooms" | "memberIds">;

type Props = {
  /** The one to change; without it, a new one is made. */
  templateId?: rooms.RoomTemplateId | undefined;
  draft: TemplateDraft;
  onClose: () => void;
};

const mostRooms = 10;

/** Rooms have no names that last while they are edited. */
type Keyed = { key: number; room: rooms.TemplateRoom };
let lastKey = 0;
const keyed = (room: rooms.TemplateRoom): Keyed => ({ key: ++lastKey, room });

/** Makes a template, or changes one. */
export function TemplateDialog({ templateId, draft, onClose }: Props) {
  const t = useTranslations("rooms.templates");
  const client = useClient();
  const { id: workspaceId } = useWorkspace();
  const [name, setName] = useState(draft.name);
  const [description, setDescription] = useState(draft.description);
  const [drafts, setDrafts] = useState(() => draft.rooms.map(keyed));
  const [people, setPeople] = usePeopleOf(draft.memberIds);
  const { submit, pending, problem, fieldErrors } = useSubmit(async () => {
    const wanted = {
      workspaceId,
      name,
      description,
      rooms: drafts.map(({ room }) => ({ ...room, pinnedMessages: room.pinnedMessages.filter((text) => text.trim()) })),
      memberIds: people.map(({ id }) => id),
    };
    await (templateId
      ? client.rooms.updateRoomTemplate({ ...wanted, templateId })
      : client.rooms.createRoomTemplate(wanted));
    onClose();
  });
  const replace = (key: number, ...by: rooms.TemplateRoom[]) =>
    setDrafts(drafts.flatMap((one) => (one.key === key ? by.map((room) => ({ key, room })) : [one])));
  return (
    <FormDialog
      title={templateId ? t("edit", { name: draft.name }) : t("new")}
      description={t("formHint")}
      action={t("save")}
      disabled={name.trim() === "" || drafts.some(({ room }) => room.name.trim() === "")}
      {...{ pending, problem, onClose }}
      onSubmit={submit}
    >
      <TextField
        label={t("name")}
        value={name}
        onValueChange={setName}
        maxLength={60}
        autoFocus
        autoComplete="off"
        error={fieldErrors.name}
      />
      <TextField
        label={t("description")}
        hint={t("descriptionHint")}
        value={description}
        onValueChange={setDescription}
        maxLength={500}
        error={fieldErrors.description}
      />
      <PeopleField
        label={t("members")}
        hint={t("membersHint")}
        selected={people}
        onSelectedChange={setPeople}
        error={fieldErrors.memberIds}
      />
      <section aria-label={t("rooms")} className="flex flex-col gap-2">
        <h3 className="font-medium text-sm">{t("rooms")}</h3>
        {fieldErrors.rooms && <p className="text-danger text-xs">{fieldErrors.rooms}</p>}
        {drafts.map(({ key, room }, index) => (
          <TemplateRoomFields
            key={key}
            room={room}
            errorOf={(field) => fieldErrors[`rooms.${index}.${field}`]}
            isOpen={drafts.length === 1}
            onChange={(changed) => replace(key, changed)}
            onRemove={drafts.length > 1 ? () => replace(key) : undefined}
          />
        ))}
        {drafts.length < mostRooms && (
          <Button
            size="small"
            icon={<Plus />}
            className="self-start"
            onClick={() => setDrafts([...drafts, keyed({ ...newTemplateRoom, name: `{name}-${drafts.length + 1}` })])}
          >
            {t("addRoom")}
          </Button>
        )}
      </section>
    </FormDialog>
  );
}

/** The people of a template who are still here. */
function usePeopleOf(memberIds: readonly string[]) {
  const profiles = useReplica((replica) => replica.profiles);
  return useState<Choice[]>(() =>
    memberIds.flatMap((id) => {
      const profile = profiles[id];
      return profile ? [choiceOf(profile)] : [];
    }),
  );
}
