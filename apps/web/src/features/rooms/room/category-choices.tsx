import type { rooms } from "@althing/contract";
import { FolderPlus } from "lucide-react";
import { useTranslations } from "use-intl";
import { MenuItem, MenuRadios, MenuSeparator } from "../../../ui/menu-items.tsx";
import { roomDialog } from "../dialogs/openers.ts";
import { useCategories } from "../use-categories.ts";
import { useRoomVerbs } from "./use-room-verbs.ts";

const none = "none";

/** Where in one's own sidebar a room stands. */
export function CategoryChoices({ room }: { room: rooms.MyRoom }) {
  const t = useTranslations("rooms.menu");
  const { place } = useRoomVerbs();
  const categories = useCategories();
  return (
    <>
      <MenuRadios
        options={[
          { value: none, label: room.kind === "channel" ? t("amongChannels") : t("amongMessages") },
          ...categories.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={room.placement.categoryId ?? room.categoryId ?? none}
        onValueChange={(value) => place(room.id, { categoryId: value === none ? null : value })}
      />
      <MenuSeparator />
      <MenuItem icon={<FolderPlus />} onClick={() => roomDialog.open({ kind: "new-category", roomId: room.id })}>
        {t("newCategory")}
      </MenuItem>
    </>
  );
}
