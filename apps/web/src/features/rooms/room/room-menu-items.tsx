import type { rooms } from "@althing/contract";
import {
  Archive,
  ArchiveRestore,
  Bell,
  BellOff,
  ChartColumn,
  CheckCheck,
  FolderInput,
  Info,
  LayoutTemplate,
  Link as LinkIcon,
  LogIn,
  LogOut,
  PanelRight,
  Pencil,
  Pin,
  Star,
  Trash2,
  UserPlus,
  Users,
} from "lucide-react";
import { useTranslations } from "use-intl";
import { usePanel } from "../../../shell/index.ts";
import { MenuCheckbox, MenuItem, MenuRadios, MenuSeparator, Submenu } from "../../../ui/menu-items.tsx";
import { usePermission } from "../../workspaces/index.ts";
import { roomDialog } from "../dialogs/openers.ts";
import { CategoryChoices } from "./category-choices.tsx";
import { roomMenuItems } from "./room-menu-extension.ts";
import { useFarewells } from "./use-farewells.ts";
import { useRoomVerbs } from "./use-room-verbs.ts";

/** All that can be done with a room, for its menus. What one may not do is not there. */
export function RoomMenuItems({ room }: { room: rooms.MyRoom }) {
  const More = roomMenuItems();
  return (
    <>
      {room.joined ? <Arranging room={room} /> : <Visiting room={room} />}
      <MenuSeparator />
      <Sharing room={room} />
      <More room={room} />
      <MenuSeparator />
      <Looking room={room} />
      <Changing room={room} />
      <Parting room={room} />
    </>
  );
}

function Visiting({ room }: { room: rooms.MyRoom }) {
  const t = useTranslations("rooms.menu");
  const { join } = useRoomVerbs();
  if (!room.permissions.includes("room.join")) return null;
  return (
    <MenuItem icon={<LogIn />} onClick={() => join(room.id)}>
      {t("join")}
    </MenuItem>
  );
}

function Arranging({ room }: { room: rooms.MyRoom }) {
  const t = useTranslations("rooms.menu");
  const { place, markRead } = useRoomVerbs();
  const { favourite, muted, notify } = room.placement;
  const hasUnread = room.unread.count > 0 || room.unread.mentions > 0;
  return (
    <>
      <MenuItem icon={<CheckCheck />} disabled={!hasUnread} onClick={() => markRead(room.id)}>
        {t("markRead")}
      </MenuItem>
      <MenuCheckbox
        icon={<Star />}
        checked={favourite}
        onCheckedChange={(checked) => place(room.id, { favourite: checked })}
      >
        {t("favourite")}
      </MenuCheckbox>
      <MenuCheckbox
        icon={<BellOff />}
        checked={muted}
        onCheckedChange={(checked) => place(room.id, { muted: checked })}
      >
        {t("mute")}
      </MenuCheckbox>
      <Submenu icon={<Bell />} label={t("notify")}>
        <MenuRadios
          options={[
            { value: "all", label: t("notifyAll") },
            { value: "mentions", label: t("notifyMentions") },
            { value: "nothing", label: t("notifyNothing") },
          ]}
          value={notify}
          onValueChange={(value) => place(room.id, { notify: value })}
        />
      </Submenu>
      <Submenu icon={<FolderInput />} label={t("move")}>
        <CategoryChoices room={room} />
      </Submenu>
    </>
  );
}

function Sharing({ room }: { room: rooms.MyRoom }) {
  const t = useTranslations("rooms.menu");
  const { copyLink } = useRoomVerbs();
  const mayInvite = room.joined && room.archivedAt === null && room.permissions.includes("room.invite");
  return (
    <>
      <MenuItem icon={<LinkIcon />} onClick={() => copyLink(room.id)}>
        {t("copyLink")}
      </MenuItem>
      {mayInvite && room.kind !== "dm" && (
        <MenuItem icon={<UserPlus />} onClick={() => roomDialog.open({ kind: "add-people", roomId: room.id })}>
          {t("addPeople")}
        </MenuItem>
      )}
    </>
  );
}

/** What of a room has a panel. */
function Looking({ room }: { room: rooms.MyRoom }) {
  const t = useTranslations("rooms.menu");
  const panel = usePanel();
  return (
    <Submenu icon={<PanelRight className="rtl:-scale-x-100" />} label={t("show")}>
      <MenuItem icon={<Info />} onClick={() => panel.show("about", room.id)}>
        {t("about")}
      </MenuItem>
      {room.kind !== "dm" && (
        <MenuItem icon={<Users />} onClick={() => panel.show("members", room.id)}>
          {t("members")}
        </MenuItem>
      )}
      <MenuItem icon={<Pin />} onClick={() => panel.show("pins", room.id)}>
        {t("pins")}
      </MenuItem>
      {room.permissions.includes("message.read") && (
        <MenuItem icon={<ChartColumn />} onClick={() => panel.show("statistics", room.id)}>
          {t("statistics")}
        </MenuItem>
      )}
    </Submenu>
  );
}

function Changing({ room }: { room: rooms.MyRoom }) {
  const t = useTranslations("rooms.menu");
  const mayUpdate = room.archivedAt === null && room.permissions.includes("room.update");
  const mayKeepTemplates = usePermission("template.manage");
  return (
    <>
      {mayUpdate && room.kind !== "dm" && (
        <MenuItem icon={<Pencil />} onClick={() => roomDialog.open({ kind: "edit", roomId: room.id })}>
          {t("edit")}
        </MenuItem>
      )}
      {room.kind === "channel" && mayKeepTemplates && (
        <MenuItem icon={<LayoutTemplate />} onClick={() => roomDialog.open({ kind: "save-template", roomId: room.id })}>
          {t("saveTemplate")}
        </MenuItem>
      )}
    </>
  );
}

function Parting({ room }: { room: rooms.MyRoom }) {
  const t = useTranslations("rooms.menu");
  const { restore } = useRoomVerbs();
  const { leave, archive, remove } = useFarewells();
  const may = (permission: string) => room.permissions.includes(permission);
  if (room.kind === "dm") return null;
  return (
    <>
      <MenuSeparator />
      {room.joined && (
        <MenuItem icon={<LogOut className="rtl:-scale-x-100" />} onClick={() => leave(room)}>
          {t("leave")}
        </MenuItem>
      )}
      {room.archivedAt === null && may("room.archive") && (
        <MenuItem icon={<Archive />} onClick={() => archive(room)}>
          {t("archive")}
        </MenuItem>
      )}
      {room.archivedAt !== null && may("room.archive") && (
        <MenuItem icon={<ArchiveRestore />} onClick={() => restore(room.id)}>
          {t("restore")}
        </MenuItem>
      )}
      {may("room.delete") && (
        <MenuItem danger icon={<Trash2 />} onClick={() => remove(room)}>
          {t("delete")}
        </MenuItem>
      )}
    </>
  );
}
