import type { rooms } from "@althing/contract";
import { useParams } from "@tanstack/react-router";
import { Archive, BellOff, ChartColumn, Info, Link, LogOut, Star, UserPlus, Users } from "lucide-react";
import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { isShallowEqual, useReplica, useWorkspace } from "../../../connection/index.ts";
import { type Command, usePanel } from "../../../shell/index.ts";
import { roomDialog } from "../dialogs/openers.ts";
import { useFarewells } from "../room/use-farewells.ts";
import { useRoomVerbs } from "../room/use-room-verbs.ts";

/** What can be done with the room on screen. */
export function useRoomCommands(): readonly Command[] {
  const t = useTranslations("rooms.commands");
  const workspace = useWorkspace();
  const id = useParams({ strict: false, select: ({ roomId }) => roomId }) ?? "";
  const here = useReplica((replica) => factsOf(replica.rooms[id]), isShallowEqual);
  const panel = usePanel();
  const { place, copyLink } = useRoomVerbs();
  const { leave, archive } = useFarewells();
  return useMemo(() => {
    const group = t("groupHere");
    const run = (act: (room: rooms.MyRoom) => void) => () => {
      const room = workspace.state.rooms[id];
      if (room) act(room);
    };
    const { isKnown, isJoined, isChannelLike, isFavourite, isMuted, mayRead, mayAdd, mayArchive } = here;
    const all: (Command | false)[] = [
      isJoined && {
        id: "rooms.toggle_favourite",
        title: isFavourite ? t("unfavourite") : t("favourite"),
        group,
        icon: Star,
        run: () => place(id, { favourite: !isFavourite }),
      },
      isJoined && {
        id: "rooms.toggle_mute",
        title: isMuted ? t("unmute") : t("mute"),
        group,
        icon: BellOff,
        run: () => place(id, { muted: !isMuted }),
      },
      isKnown && { id: "rooms.copy_link", title: t("copyLink"), group, icon: Link, run: () => copyLink(id) },
      isKnown && {
        id: "rooms.show_about",
        title: t("about"),
        group,
        icon: Info,
        keys: "alt+i",
        run: () => panel.toggle("about", id),
      },
      isChannelLike && {
        id: "rooms.show_members",
        title: t("members"),
        group,
        icon: Users,
        keys: "alt+m",
        run: () => panel.toggle("members", id),
      },
      mayRead && {
        id: "rooms.show_statistics",
        title: t("statistics"),
        group,
        icon: ChartColumn,
        run: () => panel.toggle("statistics", id),
      },
      mayAdd && {
        id: "rooms.add_people",
        title: t("addPeople"),
        group,
        icon: UserPlus,
        run: () => roomDialog.open({ kind: "add-people", roomId: id }),
      },
      isJoined && isChannelLike && { id: "rooms.leave", title: t("leave"), group, icon: LogOut, run: run(leave) },
      mayArchive && { id: "rooms.archive", title: t("archive"), group, icon: Archive, run: run(archive) },
    ];
    return all.filter((command) => command !== false);
  }, [t, workspace, id, here, panel, place, copyLink, leave, archive]);
}

/** The little of a room that its commands follow from: the rest changes with every message. */
function factsOf(room: rooms.MyRoom | undefined) {
  const isLive = room?.archivedAt === null && room.kind !== "dm";
  const may = (permission: string) => isLive && room.permissions.includes(permission);
  return {
    isKnown: room !== undefined,
    isJoined: room?.joined ?? false,
    isChannelLike: room !== undefined && room.kind !== "dm",
    isFavourite: room?.placement.favourite ?? false,
    isMuted: room?.placement.muted ?? false,
    mayRead: room?.permissions.includes("message.read") ?? false,
    mayAdd: may("room.invite") && (room?.joined ?? false),
    mayArchive: may("room.archive"),
  };
}
