import { useState } from "react";
import { useTranslations } from "use-intl";
import { useClient, useWorkspace } from "../../../connection/index.ts";
import { FormDialog } from "../../../ui/form-dialog.tsx";
import type { Choice } from "../../../ui/multi-select.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { useSubmit } from "../../../ui/use-submit.ts";
import { useMyId } from "../../accounts/index.ts";
import { useRoomVerbs } from "../room/use-room-verbs.ts";
import { PeopleField } from "./people-field.tsx";

/** Beside oneself. */
const mostInGroup = 19;

/** One person opens the direct message of the pair, several make a group, nobody is for one's own notes. */
export function NewMessageDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations("rooms.newMessage");
  const client = useClient();
  const { id: workspaceId } = useWorkspace();
  const myId = useMyId();
  const { open } = useRoomVerbs();
  const [people, setPeople] = useState<Choice[]>([]);
  const [name, setName] = useState("");
  const isGroup = people.length > 1;
  const { submit, pending, problem, fieldErrors } = useSubmit(async () => {
    const memberIds = people.length === 0 ? [myId] : people.map(({ id }) => id);
    const kind = isGroup ? "group" : "dm";
    const room = await client.rooms.createRoom({
      ...{ workspaceId, kind, memberIds },
      name: (isGroup && name.trim()) || undefined,
    });
    onClose();
    open(room.id);
  });
  const action = t(people.length === 0 ? "openNotes" : isGroup ? "makeGroup" : "open");
  return (
    <FormDialog
      title={t("title")}
      description={t("hint")}
      action={action}
      disabled={people.length > mostInGroup}
      {...{ pending, problem, onClose }}
      onSubmit={submit}
    >
      <PeopleField
        label={t("to")}
        selected={people}
        onSelectedChange={setPeople}
        error={people.length > mostInGroup ? t("tooMany") : fieldErrors.memberIds}
      />
      {isGroup && (
        <TextField
          label={t("groupName")}
          hint={t("groupNameHint")}
          value={name}
          onValueChange={setName}
          maxLength={80}
          error={fieldErrors.name}
        />
      )}
    </FormDialog>
  );
}
