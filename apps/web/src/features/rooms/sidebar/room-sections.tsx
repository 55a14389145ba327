import { type MouseEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { ContextMenu } from "../../../ui/context-menu.tsx";
import { RoomMenuItems } from "../room/room-menu-items.tsx";
import { useRoom } from "../use-room.ts";
import { SectionMenuItems } from "./section-menu-items.tsx";
import { SectionView } from "./section-view.tsx";
import { useArrangement } from "./use-arrangement.ts";
import { useRovingFocus } from "./use-roving-focus.ts";

type Target = { roomId?: string; sectionId?: string };

/** All rooms of the sidebar: one tab stop, and one menu that is about what it was called on. */
export function RoomSections() {
  const t = useTranslations("rooms.sidebar");
  const sections = useArrangement();
  const roving = useRovingFocus<HTMLDivElement>();
  const [target, setTarget] = useState<Target>();
  const section = sections.find(({ id }) => id === target?.sectionId);
  const call = (event: MouseEvent) => {
    const found = findTarget(event.target);
    setTarget(found);
    // Elsewhere the browser's own menu is of more use.
    if (!found) event.stopPropagation();
  };
  return (
    <ContextMenu
      items={
        <>
          {target?.roomId && <MenuOfRoom roomId={target.roomId} />}
          {section && <SectionMenuItems section={section} />}
        </>
      }
    >
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms */}
      <div role="group" aria-label={t("rooms")} className="flex flex-col gap-3" {...roving} onContextMenuCapture={call}>
        {sections.map((one) => (
          <SectionView key={one.id} section={one} />
        ))}
      </div>
    </ContextMenu>
  );
}

function findTarget(element: EventTarget): Target | undefined {
  const found = element instanceof Element ? element.closest<HTMLElement>("[data-room], [data-section]") : null;
  return found ? { roomId: found.dataset.room, sectionId: found.dataset.section } : undefined;
}

function MenuOfRoom({ roomId }: { roomId: string }) {
  const room = useRoom(roomId);
  return room ? <RoomMenuItems room={room} /> : null;
}
