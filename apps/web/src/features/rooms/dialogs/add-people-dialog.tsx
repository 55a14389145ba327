import type { rooms } from "@althing/contract";
import { MailPlus } from "lucide-react";
import { useEffect, useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import { isShallowEqual, useClient, useReplica, useWorkspace } from "../../../connection/index.ts";
import { Button } from "../../../ui/button.tsx";
import { FormDialog } from "../../../ui/form-dialog.tsx";
import type { Choice } from "../../../ui/multi-select.tsx";
import { useToast } from "../../../ui/toast.tsx";
import { useSubmit } from "../../../ui/use-submit.ts";
import { useInvite, usePermission } from "../../workspaces/index.ts";
import { useRoomTitle } from "../room/use-room-title.ts";
import { PeopleField } from "./people-field.tsx";

type Props = { room: rooms.MyRoom; onClose: () => void };

/** Adds members of the workspace; who is not one yet is invited to both at once. */
export function AddPeopleDialog({ room, onClose }: Props) {
  const t = useTranslations("rooms.addPeople");
  const client = useClient();
  const toast = useToast();
  const title = useRoomTitle(room);
  const present = useMemberIds(room.id);
  const [people, setPeople] = useState<Choice[]>([]);
  const { submit, pending, problem } = useSubmit(async () => {
    const added = await client.rooms.addRoomMembers({ roomId: room.id, accountIds: people.map(({ id }) => id) });
    toast.show({ tone: "success", title: t("added", { count: added.length, title }) });
    onClose();
  });
  return (
    <FormDialog
      title={t("title", { title })}
      description={room.visibility === "private" ? t("hintPrivate") : t("hint")}
      action={t("add")}
      disabled={people.length === 0}
      {...{ pending, problem, onClose }}
      onSubmit={submit}
    >
      <PeopleField label={t("people")} selected={people} onSelectedChange={setPeople} without={present} />
      <InviteOthers room={room} title={title} onClose={onClose} />
    </FormDialog>
  );
}

function InviteOthers({ room, title, onClose }: Props & { title: string }) {
  const t = useTranslations("rooms.addPeople");
  const invite = useInvite();
  const mayInvite = usePermission("invitation.create");
  if (!mayInvite || room.kind !== "channel") return null;
  const openInvite = () => {
    onClose();
    invite({ roomId: room.id, roomTitle: title });
  };
  return (
    <div className="flex flex-wrap items-center justify-between gap-2 rounded-md bg-sunken px-3 py-2 text-ink-muted text-sm">
      {t("notHere")}
      <Button size="small" icon={<MailPlus />} onClick={openInvite}>
        {t("invite")}
      </Button>
    </div>
  );
}

function useMemberIds(roomId: string): ReadonlySet<string> {
  const { windows } = useWorkspace();
  useEffect(() => {
    // Who is there already is passed over by the server too.
    windows.openRoomMembers(roomId).catch(() => undefined);
  }, [windows, roomId]);
  const ids = useReplica(({ roomMembers }) => Object.keys(roomMembers[roomId] ?? {}), isShallowEqual);
  return useMemo(() => new Set(ids), [ids]);
}
