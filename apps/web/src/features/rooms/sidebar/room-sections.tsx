import { useState } from "react";
import { useTranslations } from "use-intl";
import { later } from "../../../parts/index.ts";
import { ContextMenu } from "../../../ui/context-menu.tsx";
import { useRoom } from "../use-room.ts";
import { SectionView } from "./section-view.tsx";
import { useArrangement } from "./use-arrangement.ts";
import { useRovingFocus } from "./use-roving-focus.ts";

const RoomMenuItems = later(() => import("../room/room-menu-items.tsx"), "RoomMenuItems");
const SectionMenuItems = later(() => import("./section-menu-items.tsx"), "SectionMenuItems");

type Target = { roomId?: string; sectionId?: string };

/** All rooms of the sidebar: one tab stop, and one menu that is about what it was called on. */
export function RoomSections() {
  const t = useTranslations("rooms.sidebar");
  const sections = useArrangement();
  const roving = useRovingFocus<HTMLDivElement>();
  const [target, setTarget] = useState<Target>();
  const section = sections.find(({ id }) => id === target?.sectionId);
  const choose = (element: Element) => {
    const found = findTarget(element);
    setTarget(found);
    return found !== undefined;
  };
  return (
    <ContextMenu
      choose={choose}
      items={
        <>
          {target?.roomId && <MenuOfRoom roomId={target.roomId} />}
          {section && <SectionMenuItems section={section} />}
        </>
      }
    >
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms */}
      <div role="group" aria-label={t("rooms")} className="flex flex-col gap-3" {...roving}>
        {sections.map((one) => (
          <SectionView key={one.id} section={one} />
        ))}
      </div>
    </ContextMenu>
  );
}

function findTarget(element: Element): Target | undefined {
  const found = element.closest<HTMLElement>("[data-room], [data-section]");
  return found ? { roomId: found.dataset.room, sectionId: found.dataset.section } : undefined;
}

function MenuOfRoom({ roomId }: { roomId: string }) {
  const room = useRoom(roomId);
  return room ? <RoomMenuItems room={room} /> : null;
}
