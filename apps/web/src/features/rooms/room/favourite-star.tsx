import type { rooms } from "@althing/contract";
import { Star } from "lucide-react";
import { useTranslations } from "use-intl";
import { IconButton } from "../../../ui/icon-button.tsx";
import { useRoomVerbs } from "./use-room-verbs.ts";

export function FavouriteStar({ room }: { room: rooms.MyRoom }) {
  const t = useTranslations("rooms.heading");
  const { place } = useRoomVerbs();
  const { favourite } = room.placement;
  return (
    <IconButton
      size="small"
      label={favourite ? t("unfavourite") : t("favourite")}
      pressed={favourite}
      icon={<Star className={favourite ? "fill-current" : undefined} />}
      className="aria-pressed:bg-transparent pointer-coarse:size-11"
      onClick={() => place(room.id, { favourite: !favourite })}
    />
  );
}
