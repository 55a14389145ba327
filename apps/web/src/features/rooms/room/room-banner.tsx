import type { rooms } from "@althing/contract";
import { Archive, Eye } from "lucide-react";
import { useTranslations } from "use-intl";
import { Banner } from "../../../ui/banner.tsx";
import { Button } from "../../../ui/button.tsx";
import { useRoomTitle } from "./use-room-title.ts";
import { useRoomVerbs } from "./use-room-verbs.ts";

/** In the composer's place or above it: why one cannot write here, and the way to. Nothing where one can. */
export function RoomBanner({ room }: { room: rooms.MyRoom }) {
  const t = useTranslations("rooms.banner");
  const title = useRoomTitle(room);
  const { join, restore } = useRoomVerbs();
  const may = (permission: string) => room.permissions.includes(permission);
  if (room.archivedAt !== null) {
    return (
      <Banner
        tone="warning"
        icon={<Archive />}
        actions={
          may("room.archive") && (
            <Button size="small" onClick={() => restore(room.id)}>
              {t("restore")}
            </Button>
          )
        }
      >
        {t("archived")}
      </Banner>
    );
  }
  if (room.joined) return null;
  return (
    <Banner
      icon={<Eye />}
      actions={
        may("room.join") && (
          <Button size="small" variant="primary" onClick={() => join(room.id)}>
            {t("join")}
          </Button>
        )
      }
    >
      {t("visiting", { title })}
    </Banner>
  );
}
