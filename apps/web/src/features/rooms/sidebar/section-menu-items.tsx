import { useNavigate, useParams } from "@tanstack/react-router";
import { ArrowDown, ArrowUp, Compass, FolderPlus, Hash, LayoutTemplate, Pencil, SquarePen, Trash2 } from "lucide-react";
import { useTranslations } from "use-intl";
import { MenuItem, MenuSeparator } from "../../../ui/menu-items.tsx";
import { usePermission } from "../../workspaces/index.ts";
import { roomDialog } from "../dialogs/openers.ts";
import type { Section } from "./arrange-rooms.ts";
import { useCategoryVerbs } from "./use-category-verbs.ts";

/** What can be made in a section, and done with it. */
export function SectionMenuItems({ section }: { section: Section }) {
  const t = useTranslations("rooms.sidebar");
  const { slug } = useParams({ from: "/w/$slug" });
  const navigate = useNavigate();
  const mayCreate = usePermission("room.create");
  const mayWrite = usePermission("room.direct");
  return (
    <>
      {section.kind !== "messages" && mayCreate && (
        <MenuItem
          icon={<Hash />}
          onClick={() => roomDialog.open({ kind: "new-channel", categoryId: section.category?.id })}
        >
          {t("newChannel")}
        </MenuItem>
      )}
      {section.kind !== "messages" && mayCreate && (
        <MenuItem
          icon={<LayoutTemplate />}
          onClick={() => roomDialog.open({ kind: "from-template", categoryId: section.category?.id })}
        >
          {t("fromTemplate")}
        </MenuItem>
      )}
      {section.kind !== "messages" && (
        <MenuItem icon={<Compass />} onClick={() => void navigate({ to: "/w/$slug/browse", params: { slug } })}>
          {t("browse")}
        </MenuItem>
      )}
      {mayWrite && (
        <MenuItem icon={<SquarePen />} onClick={() => roomDialog.open({ kind: "new-message" })}>
          {t("newMessage")}
        </MenuItem>
      )}
      <MenuItem icon={<FolderPlus />} onClick={() => roomDialog.open({ kind: "new-category" })}>
        {t("newCategory")}
      </MenuItem>
      {section.category && <CategoryItems categoryId={section.category.id} isShared={section.category.shared} />}
    </>
  );
}

function CategoryItems({ categoryId, isShared }: { categoryId: string; isShared: boolean }) {
  const t = useTranslations("rooms.sidebar");
  const { move, remove } = useCategoryVerbs();
  const maySetForAll = usePermission("workspace.update");
  if (isShared && !maySetForAll) return null;
  return (
    <>
      <MenuSeparator />
      <MenuItem icon={<Pencil />} onClick={() => roomDialog.open({ kind: "rename-category", categoryId })}>
        {t("renameCategory")}
      </MenuItem>
      <MenuItem icon={<ArrowUp />} onClick={() => void move(categoryId, -1)}>
        {t("moveUp")}
      </MenuItem>
      <MenuItem icon={<ArrowDown />} onClick={() => void move(categoryId, 1)}>
        {t("moveDown")}
      </MenuItem>
      <MenuItem danger icon={<Trash2 />} onClick={() => void remove(categoryId)}>
        {t("deleteCategory")}
      </MenuItem>
    </>
  );
}
