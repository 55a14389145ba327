import type { rooms } from "@althing/contract";
import { Ellipsis, MessagesSquare, Pencil } from "lucide-react";
import { type DragEvent, type MouseEvent, memo, useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { Badge } from "../../../ui/badge.tsx";
import { ListRow } from "../../../ui/list-row.tsx";
import { StatusEmoji, useMyId } from "../../accounts/index.ts";
import { RoomIcon } from "../room/room-icon.tsx";
import { partnerOf } from "../room/room-title.ts";
import { useRoomTitle } from "../room/use-room-title.ts";
import { useRoom } from "../use-room.ts";
import { useHasDraft } from "./draft-sign.ts";
import { useWaiting } from "./use-waiting.ts";

/** What a dragged row carries. */
export const roomDragType = "application/x-althing-room";

/** A room in the sidebar. It reads its own room only, so that an event renders one row. */
export const RoomRow = memo(function RoomRow({ roomId, ...rest }: LinkProps & { roomId: string }) {
  const room = useRoom(roomId);
  return room ? <Row room={room} {...rest} /> : null;
});

type LinkProps = { href: string; isCurrent: boolean; onClick: (event: MouseEvent<HTMLElement>) => void };

function Row({ room, href, isCurrent, onClick }: LinkProps & { room: rooms.MyRoom }) {
  const t = useTranslations("rooms.sidebar");
  const title = useRoomTitle(room);
  const waiting = useWaiting(room.id);
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (!isCurrent) return;
    // With the next frame, which lays the page out anyhow.
    const frame = requestAnimationFrame(() => row.current?.scrollIntoView({ block: "nearest" }));
    return () => cancelAnimationFrame(frame);
  }, [isCurrent]);
  const drag = (event: DragEvent) => {
    event.dataTransfer.setData(roomDragType, room.id);
    event.dataTransfer.effectAllowed = "all";
  };
  return (
    <li ref={row} data-room={room.id} className="group/row relative">
      <ListRow
        render={<a href={href} />}
        data-roving={title}
        tabIndex={-1}
        selected={isCurrent}
        strong={waiting.hasUnread || waiting.calls > 0}
        faint={room.placement.muted}
        leading={<RoomIcon room={room} className="-mx-0.5" />}
        trailing={<Signs room={room} {...waiting} />}
        onClick={onClick}
        onDragStart={drag}
      >
        {title}
      </ListRow>
      <button
        type="button"
        tabIndex={-1}
        aria-label={t("actionsOf", { title })}
        className="-translate-y-1/2 absolute end-1 top-1/2 hidden size-6 place-items-center rounded-sm bg-raised text-ink-muted shadow-raised hover:text-ink pointer-fine:group-hover/row:grid"
        onClick={openContextMenu}
      >
        <Ellipsis aria-hidden="true" size={16} />
      </button>
    </li>
  );
}

/** The row's menu is the one of the right button; the press of this one opens it too. */
function openContextMenu({ currentTarget }: MouseEvent): void {
  const { left, bottom } = currentTarget.getBoundingClientRect();
  currentTarget.dispatchEvent(
    new window.MouseEvent("contextmenu", { bubbles: true, cancelable: true, clientX: left, clientY: bottom }),
  );
}

type SignsProps = { room: rooms.MyRoom; calls: number; hasUnread: boolean; threads: number };

function Signs({ room, calls, hasUnread, threads }: SignsProps) {
  const t = useTranslations("rooms.sidebar");
  const myId = useMyId();
  const hasDraft = useHasDraft(room.id);
  const partner = room.kind === "dm" ? partnerOf(room, myId) : undefined;
  return (
    <>
      {partner && <StatusEmoji accountId={partner.id} />}
      {hasDraft && <Pencil role="img" aria-label={t("draft")} className="size-3.5 shrink-0 text-ink-faint" />}
      {threads > 0 && (
        <MessagesSquare
          role="img"
          aria-label={t("threads", { count: threads })}
          className="size-3.5 shrink-0 text-accent"
        />
      )}
      {calls > 0 && <Badge tone="mention" count={calls} label={t("calls", { count: calls })} />}
      {calls === 0 && hasUnread && <Badge tone="accent" label={t("unread")} className="mx-1" />}
    </>
  );
}
