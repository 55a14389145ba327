import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { useClient, useWorkspace } from "../../../connection/index.ts";
import { useConfirm } from "../../../ui/confirm-dialog.tsx";
import { useToast } from "../../../ui/toast.tsx";
import { orderCategories } from "./arrange-rooms.ts";

/** What one can do with a category at once. */
export function useCategoryVerbs() {
  const t = useTranslations("rooms.sidebar");
  const { rooms } = useClient();
  const workspace = useWorkspace();
  const confirm = useConfirm();
  const { showProblem } = useToast();
  return useMemo(() => {
    const workspaceId = workspace.id;
    const all = () => workspace.state.categories[workspaceId] ?? [];
    const fold = (categoryId: string, collapsed: boolean) =>
      rooms.updateCategory({ workspaceId, categoryId, collapsed }).catch(showProblem);
    /** One place up or down among its like; places that were the same before become different ones. */
    const move = async (categoryId: string, by: 1 | -1) => {
      const isShared = all().find(({ id }) => id === categoryId)?.shared;
      const like = orderCategories(all(), (one, other) => one.localeCompare(other)).filter(
        ({ shared }) => shared === isShared,
      );
      const from = like.findIndex(({ id }) => id === categoryId);
      const moved = like[from];
      if (!moved || !like[from + by]) return;
      const placed = like.toSpliced(from, 1).toSpliced(from + by, 0, moved);
      const changed = placed.flatMap(({ id, position }, index) => (position === index ? [] : { id, index }));
      try {
        for (const { id, index } of changed) {
          await rooms.updateCategory({ workspaceId, categoryId: id, position: index });
        }
      } catch (problem) {
        showProblem(problem);
      }
    };
    const remove = async (categoryId: string) => {
      const name = all().find(({ id }) => id === categoryId)?.name ?? "";
      const question = {
        title: t("deleteTitle", { name }),
        description: t("deleteDetail"),
        action: t("deleteCategory"),
      };
      if (await confirm({ ...question, danger: true })) {
        await rooms.deleteCategory({ workspaceId, categoryId }).catch(showProblem);
      }
    };
    return { fold, move, remove };
  }, [t, rooms, workspace, confirm, showProblem]);
}
