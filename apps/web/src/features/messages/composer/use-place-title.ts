import type { rooms } from "@althing/contract";
import { useTranslations } from "use-intl";
import { useMyId } from "../../accounts/index.ts";
import { partnerOf, useRoomTitle } from "../../rooms/index.ts";

/** What the empty field says: to whom one writes there. */
export function usePlaceTitle(room: rooms.MyRoom, isThread: boolean): string {
  const t = useTranslations("messages.composer.to");
  const title = useRoomTitle(room);
  const myId = useMyId();
  if (isThread) return t("thread");
  if (room.kind === "dm") return partnerOf(room, myId)?.id === myId ? t("notes") : t("person", { name: title });
  if (room.kind === "assistant") return t("person", { name: partnerOf(room, myId)?.name ?? title });
  return room.kind === "group" ? t("person", { name: title }) : t("room", { name: title });
}
