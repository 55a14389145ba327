import { useParams } from "@tanstack/react-router";
import { SquarePen } from "lucide-react";
import { type DragEvent, type ReactNode, useDeferredValue, useState } from "react";
import { useTranslations } from "use-intl";
import { isShallowEqual, useReplica } from "../../../connection/index.ts";
import { classes } from "../../../ui/classes.ts";
import { ListRow } from "../../../ui/list-row.tsx";
import { roomDialog } from "../dialogs/openers.ts";
import { useRoomVerbs } from "../room/use-room-verbs.ts";
import type { Section } from "./arrange-rooms.ts";
import { foldSection, useIsFolded } from "./folds.ts";
import { RoomRow, roomDragType } from "./room-row.tsx";
import { SectionHeader } from "./section-header.tsx";
import { useCategoryVerbs } from "./use-category-verbs.ts";
import { useRoomLinks } from "./use-room-links.ts";
import { isWaitingIn } from "./use-waiting.ts";

/** A section of the sidebar. Folded, it still shows where one is and what waits. Rooms can be dropped on it. */
export function SectionView({ section }: { section: Section }) {
  const t = useTranslations("rooms.sidebar");
  const { category, kind, id, roomIds } = section;
  const isFoldedHere = useIsFolded(id);
  const isFolded = category?.collapsed ?? isFoldedHere;
  const { fold } = useCategoryVerbs();
  const { isOver, ...drop } = useDrop(section);
  const title = category?.name ?? t(kind === "category" ? "channels" : kind);
  return (
    <section
      aria-label={title}
      {...drop}
      className={classes("flex flex-col rounded-md", isOver && "bg-accent-soft outline-2 outline-accent")}
    >
      <SectionHeader
        section={section}
        title={title}
        isFolded={isFolded}
        onFold={(next) => (category ? void fold(id, next) : foldSection(id, next))}
      />
      {isFolded ? (
        <Waiting roomIds={roomIds} />
      ) : (
        <Rooms roomIds={roomIds}>{roomIds.length === 0 && <Invitation section={section} />}</Rooms>
      )}
    </section>
  );
}

/** As many as this window has room for where rows are least high, which is 26 pixels. */
const firstRows = Math.ceil(innerHeight / 26);

/** The first frame has what it has room for, down to the room one is in; the others come right after it. */
function Rooms({ roomIds, children }: { roomIds: readonly string[]; children: ReactNode }) {
  const current = useCurrentRoomId();
  const isFirst = useDeferredValue(false, true);
  const end = Math.max(firstRows, roomIds.indexOf(current ?? "") + 1);
  const begin = isFirst ? end - firstRows : 0;
  return (
    <ul className="flex flex-col" style={{ paddingTop: `calc(${begin} * var(--spacing-row))` }}>
      <Rows roomIds={isFirst ? roomIds.slice(begin, end) : roomIds} current={current} />
      {children}
    </ul>
  );
}

function Rows({ roomIds, current }: { roomIds: readonly string[]; current: string | undefined }) {
  const { hrefOf, onClick } = useRoomLinks();
  return roomIds.map((id) => (
    <RoomRow key={id} roomId={id} href={hrefOf(id)} isCurrent={id === current} onClick={onClick} />
  ));
}

const useCurrentRoomId = (): string | undefined => useParams({ strict: false, select: ({ roomId }) => roomId });

/** Where nothing stands yet: what belongs there. */
function Invitation({ section: { kind, category } }: { section: Section }) {
  const t = useTranslations("rooms.sidebar");
  if (category) return <li className="px-2 py-1 text-ink-faint text-xs">{t("emptyCategory")}</li>;
  if (kind !== "messages") return null;
  return (
    <li>
      <ListRow
        faint
        data-roving={t("writeSomeone")}
        tabIndex={-1}
        leading={<SquarePen />}
        onClick={() => roomDialog.open({ kind: "new-message" })}
      >
        {t("writeSomeone")}
      </ListRow>
    </li>
  );
}

function Waiting({ roomIds }: { roomIds: readonly string[] }) {
  const current = useCurrentRoomId();
  const shown = useReplica(
    (replica) =>
      roomIds.filter((id) => id === current || (replica.rooms[id]?.archivedAt === null && isWaitingIn(replica, id))),
    isShallowEqual,
  );
  if (shown.length === 0) return null;
  return (
    <ul className="flex flex-col">
      <Rows roomIds={shown} current={current} />
    </ul>
  );
}

/** A room that is dropped here stands here from then on. */
function useDrop({ kind, category }: Section) {
  const { place } = useRoomVerbs();
  const [isOver, setOver] = useState(false);
  const takes = (event: DragEvent) => kind !== "archived" && event.dataTransfer.types.includes(roomDragType);
  return {
    isOver,
    onDragOver: (event: DragEvent) => {
      if (!takes(event)) return;
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: ({ currentTarget, relatedTarget }: DragEvent) => {
      if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setOver(false);
    },
    onDrop: (event: DragEvent) => {
      setOver(false);
      const roomId = event.dataTransfer.getData(roomDragType);
      if (!roomId || !takes(event)) return;
      event.preventDefault();
      const isFavourite = kind === "favourites";
      void place(roomId, { favourite: isFavourite, ...(!isFavourite && { categoryId: category?.id ?? null }) });
    },
  };
}
