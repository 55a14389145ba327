import type { rooms } from "@althing/contract";
import { Archive, Bot, FolderGit2, Hash, Lock } from "lucide-react";
import { classes } from "../../../ui/classes.ts";
import { AccountAvatar, useMyId } from "../../accounts/index.ts";

import { partnerOf } from "./room-title.ts";

type Pictured = Pick<rooms.Room, "kind" | "visibility" | "archivedAt" | "name" | "people">;
type Props = { room: Pictured; size?: 16 | 20 | 24; className?: string };

/** The sign of a room: #, a lock, the person's picture, the group's number. Stands beside the title and says nothing. */
export function RoomIcon({ room, size = 20, className }: Props) {
  const myId = useMyId();
  const frame = classes("grid shrink-0 place-items-center", className);
  const style = { width: size, height: size };
  if (room.archivedAt === null && room.kind === "dm") {
    const partner = partnerOf(room, myId);
    if (partner)
      return <AccountAvatar accountId={partner.id} name={partner.name} size={size} presence className={className} />;
  }
  if (room.archivedAt === null && room.kind === "group") {
    return (
      <span
        aria-hidden="true"
        className={classes(frame, "rounded-sm bg-active font-semibold text-2xs tabular-nums")}
        style={style}
      >
        {room.people.filter(({ id }) => id !== myId).length}
      </span>
    );
  }
  const Sign = signOf(room);
  return (
    <span aria-hidden="true" className={frame} style={style}>
      <Sign size={size - 4} />
    </span>
  );
}

function signOf({ archivedAt, kind, visibility }: Pictured) {
  if (archivedAt !== null) return Archive;
  if (kind === "assistant") return Bot;
  if (kind === "project") return FolderGit2;
  return visibility === "private" ? Lock : Hash;
}
