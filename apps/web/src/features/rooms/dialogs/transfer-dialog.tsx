import type { rooms } from "@althing/contract";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { isShallowEqual, useClient, useReplica, useWorkspace } from "../../../connection/index.ts";
import { FormDialog } from "../../../ui/form-dialog.tsx";
import { Select } from "../../../ui/select.tsx";
import { useSubmit } from "../../../ui/use-submit.ts";
import { AccountAvatar } from "../../accounts/index.ts";
import { useRoomTitle } from "../room/use-room-title.ts";

type Props = { room: rooms.MyRoom; thenLeave: boolean; onClose: () => void };

/** Makes someone else the room's owner; whoever owns it cannot leave before. */
export function TransferDialog({ room, thenLeave, onClose }: Props) {
  const t = useTranslations("rooms.transfer");
  const client = useClient();
  const title = useRoomTitle(room);
  const { windows } = useWorkspace();
  const [accountId, setAccountId] = useState<string | null>(null);
  useEffect(() => {
    windows.openRoomMembers(room.id).catch(() => undefined);
  }, [windows, room.id]);
  const members = useReplica(
    ({ roomMembers }) => Object.values(roomMembers[room.id] ?? {}).filter(({ isOwner }) => !isOwner),
    isShallowEqual,
  );
  const { submit, pending, problem } = useSubmit(async () => {
    if (accountId === null) return;
    await client.rooms.transferRoom({ roomId: room.id, accountId });
    if (thenLeave) await client.rooms.leaveRoom({ roomId: room.id });
    onClose();
  });
  return (
    <FormDialog
      title={thenLeave ? t("titleLeave", { title }) : t("title", { title })}
      description={thenLeave ? t("hintLeave") : t("hint")}
      action={thenLeave ? t("actionLeave") : t("action")}
      isDanger={thenLeave}
      disabled={accountId === null}
      {...{ pending, problem, onClose }}
      onSubmit={submit}
    >
      {members.length === 0 ? (
        <p className="text-ink-muted">{t("nobody")}</p>
      ) : (
        <Select
          label={t("newOwner")}
          placeholder={t("choose")}
          value={accountId}
          onValueChange={setAccountId}
          options={members.map(({ id, name }) => ({
            value: id as string,
            label: name,
            icon: <AccountAvatar accountId={id} size={20} name={name} />,
          }))}
        />
      )}
    </FormDialog>
  );
}
