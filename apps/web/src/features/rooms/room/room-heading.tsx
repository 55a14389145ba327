import type { rooms } from "@althing/contract";
import { useTranslations } from "use-intl";
import { usePanel } from "../../../shell/index.ts";
import { CutLine } from "../../../ui/cut-line.tsx";
import { FavouriteStar } from "./favourite-star.tsx";
import { RoomIcon } from "./room-icon.tsx";
import { useRoomTitle } from "./use-room-title.ts";

/** The start of a room's header: what it is called and about. The name opens all about it. */
export function RoomHeading({ room }: { room: rooms.MyRoom }) {
  const t = useTranslations("rooms.heading");
  const title = useRoomTitle(room);
  const panel = usePanel();
  return (
    <>
      {/* Beside the name there is always room for the star. */}
      <h1 className="-ms-1.5 min-w-0 max-w-[calc(100%-2.5rem)] shrink-0 pointer-coarse:max-w-[calc(100%-3.5rem)] max-sm:shrink">
        <button
          type="button"
          title={t("about", { title })}
          className="flex h-9 max-w-full pointer-coarse:h-11 items-center gap-1.5 rounded-md px-1.5 font-semibold text-md hover:bg-hover"
          onClick={() => panel.toggle("about", room.id)}
        >
          <RoomIcon room={room} className="text-ink-muted" />
          <span className="truncate">{title}</span>
        </button>
      </h1>
      {room.joined && <FavouriteStar room={room} />}
      {room.topic && (
        <p className="ms-1 min-w-0 border-line border-s ps-3 text-ink-muted text-sm max-md:hidden" title={room.topic}>
          <CutLine>{room.topic}</CutLine>
        </p>
      )}
    </>
  );
}
