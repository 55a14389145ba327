import type { rooms } from "@althing/contract";
import { Archive, ArchiveRestore, Crown, LogOut, Trash2 } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "../../../ui/button.tsx";
import { roomDialog } from "../dialogs/openers.ts";
import { useFarewells } from "../room/use-farewells.ts";
import { useRoomVerbs } from "../room/use-room-verbs.ts";

/** The ends of a room: for you, for a while, for good. */
export function Partings({ room }: { room: rooms.MyRoom }) {
  const t = useTranslations("rooms.menu");
  const { leave, archive, remove } = useFarewells();
  const { restore } = useRoomVerbs();
  const may = (permission: string) => room.permissions.includes(permission);
  if (room.kind === "dm") return null;
  const isLive = room.archivedAt === null;
  return (
    <div className="flex flex-col items-start gap-1 p-2">
      {isLive && may("room.manage") && (
        <Button variant="ghost" icon={<Crown />} onClick={() => roomDialog.open({ kind: "transfer", roomId: room.id })}>
          {t("transfer")}
        </Button>
      )}
      {room.joined && (
        <Button variant="ghost" icon={<LogOut className="rtl:-scale-x-100" />} onClick={() => leave(room)}>
          {t("leave")}
        </Button>
      )}
      {may("room.archive") && isLive && (
        <Button variant="ghost" icon={<Archive />} onClick={() => archive(room)}>
          {t("archive")}
        </Button>
      )}
      {may("room.archive") && !isLive && (
        <Button variant="ghost" icon={<ArchiveRestore />} onClick={() => restore(room.id)}>
          {t("restore")}
        </Button>
      )}
      {may("room.delete") && (
        <Button
          variant="ghost"
          className="text-danger! hover:bg-danger-soft!"
          icon={<Trash2 />}
          onClick={() => remove(room)}
        >
          {t("delete")}
        </Button>
      )}
    </div>
  );
}
