import type { rooms } from "@althing/contract";
import { Bot, Crown, Ellipsis, KeyRound, MessageSquare, User, UserMinus } from "lucide-react";
import { Suspense, useState } from "react";
import { useTranslations } from "use-intl";
import { useClient } from "../../../connection/index.ts";
import { usePanel } from "../../../shell/index.ts";
import { useConfirm } from "../../../ui/confirm-dialog.tsx";
import { IconButton } from "../../../ui/icon-button.tsx";
import { Menu } from "../../../ui/menu.tsx";
import { MenuItem, MenuSeparator } from "../../../ui/menu-items.tsx";
import { useToast } from "../../../ui/toast.tsx";
import { AccountAvatar, PersonName, useDirectMessage, useMyId } from "../../accounts/index.ts";
import { useRoomTitle } from "../room/use-room-title.ts";
import { RightsDialog } from "./rights-dialog.tsx";

type Props = { member: rooms.RoomMember; room: rooms.MyRoom };

export function MemberRow({ member, room }: Props) {
  const t = useTranslations("rooms.members");
  const panel = usePanel();
  const [isShowingRights, setShowingRights] = useState(false);
  const hasFlags = Object.keys(member.flags).length > 0;
  return (
    <li className="group flex items-center rounded-md focus-within:bg-hover hover:bg-hover">
      <button
        type="button"
        className="flex min-h-11 min-w-0 flex-1 items-center gap-2.5 rounded-md px-2 text-start"
        onClick={() => panel.show("profile", member.id)}
      >
        <AccountAvatar accountId={member.id} name={member.name} presence />
        <span className="flex min-w-0 flex-1 flex-col">
          <span className="truncate font-medium">
            <PersonName accountId={member.id} name={member.name} status />
          </span>
          <span className="truncate text-ink-muted text-xs">
            <bdi>@{member.handle}</bdi>
          </span>
        </span>
        {(member.kind === "bot" || member.kind === "assistant") && (
          <Bot role="img" aria-label={t("bot")} size={16} className="text-ink-faint" />
        )}
        {hasFlags && <KeyRound role="img" aria-label={t("hasFlags")} size={16} className="text-ink-faint" />}
        {member.isOwner && <Crown role="img" aria-label={t("owner")} size={16} className="text-warning" />}
      </button>
      <Menu
        align="end"
        trigger={
          <IconButton label={t("actionsOf", { name: member.name })} icon={<Ellipsis />} size="small" className="me-1" />
        }
      >
        <MemberMenuItems member={member} room={room} onRights={() => setShowingRights(true)} />
      </Menu>
      <Suspense>
        {isShowingRights && <RightsDialog member={member} room={room} onClose={() => setShowingRights(false)} />}
      </Suspense>
    </li>
  );
}

function MemberMenuItems({ member, room, onRights }: Props & { onRights: () => void }) {
  const t = useTranslations("rooms.members");
  const panel = usePanel();
  const myId = useMyId();
  const openDirectMessage = useDirectMessage();
  const { remove, makeOwner } = useMemberVerbs({ member, room });
  const mayManage = room.permissions.includes("room.manage") && room.kind !== "dm";
  return (
    <>
      <MenuItem icon={<User />} onClick={() => panel.show("profile", member.id)}>
        {t("profile")}
      </MenuItem>
      {member.id !== myId && (
        <MenuItem icon={<MessageSquare />} onClick={() => void openDirectMessage(member.id)}>
          {t("message")}
        </MenuItem>
      )}
      {mayManage && (
        <>
          <MenuSeparator />
          <MenuItem icon={<KeyRound />} onClick={onRights}>
            {t("rights")}
          </MenuItem>
          {!member.isOwner && (
            <MenuItem icon={<Crown />} onClick={() => void makeOwner()}>
              {t("makeOwner")}
            </MenuItem>
          )}
          {!member.isOwner && member.id !== myId && (
            <MenuItem danger icon={<UserMinus />} onClick={() => void remove()}>
              {t("remove")}
            </MenuItem>
          )}
        </>
      )}
    </>
  );
}

function useMemberVerbs({ member, room }: Props) {
  const t = useTranslations("rooms.members");
  const client = useClient();
  const confirm = useConfirm();
  const toast = useToast();
  const title = useRoomTitle(room);
  const whom = { roomId: room.id, accountId: member.id };
  const words = { name: member.name, title };
  const makeOwner = async () => {
    const question = { title: t("ownerTitle", words), description: t("ownerDetail", words), action: t("makeOwner") };
    if (await confirm(question)) await client.rooms.transferRoom(whom).catch(toast.showProblem);
  };
  const remove = async () => {
    const detail = room.visibility === "private" ? t("removeDetailPrivate") : t("removeDetail");
    const question = { title: t("removeTitle", words), description: detail, action: t("removeAction"), danger: true };
    if (await confirm(question)) await client.rooms.removeRoomMember(whom).catch(toast.showProblem);
  };
  return { makeOwner, remove };
}
