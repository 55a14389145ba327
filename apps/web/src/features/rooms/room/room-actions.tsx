import type { rooms } from "@althing/contract";
import { Ellipsis, Info, Pin } from "lucide-react";
import { useTranslations } from "use-intl";
import { later } from "../../../parts/index.ts";
import { usePanel } from "../../../shell/index.ts";
import { IconButton } from "../../../ui/icon-button.tsx";
import { Menu } from "../../../ui/menu.tsx";
import { MembersButton } from "./members-button.tsx";

const RoomMenuItems = later(() => import("./room-menu-items.tsx"), "RoomMenuItems");

/** The end of a room's header: who is here, what is pinned, all about it, and all that can be done. */
export function RoomActions({ room }: { room: rooms.MyRoom }) {
  const t = useTranslations("rooms.heading");
  const panel = usePanel();
  const isOpen = (kind: string) => panel.open?.kind === kind && panel.open.subject === room.id;
  return (
    <div className="flex shrink-0 items-center gap-0.5">
      {room.kind !== "dm" && <MembersButton room={room} />}
      <IconButton
        label={t("pins")}
        icon={<Pin />}
        pressed={isOpen("pins")}
        className="max-sm:hidden"
        onClick={() => panel.toggle("pins", room.id)}
      />
      <IconButton
        label={t("aboutRoom")}
        icon={<Info />}
        pressed={isOpen("about")}
        className="max-sm:hidden"
        onClick={() => panel.toggle("about", room.id)}
      />
      <Menu key={room.id} align="end" trigger={<IconButton label={t("more")} icon={<Ellipsis />} />}>
        <RoomMenuItems room={room} />
      </Menu>
    </div>
  );
}
