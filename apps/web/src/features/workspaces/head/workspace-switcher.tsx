import { ChevronsUpDown } from "lucide-react";
import { useTranslations } from "use-intl";
import { useReplica, useWorkspace } from "../../../connection/index.ts";
import { later } from "../../../parts/index.ts";
import { FindButton } from "../../../shell/index.ts";
import { Avatar } from "../../../ui/avatar.tsx";
import { Menu } from "../../../ui/menu.tsx";
import { VisuallyHidden } from "../../../ui/visually-hidden.tsx";

const SwitcherItems = later(() => import("./switcher-items.tsx"), "SwitcherItems");

/** The top of the sidebar: which workspace this is, and the way to the others. */
export function WorkspaceSwitcher() {
  const t = useTranslations("workspaces.switcher");
  const { id } = useWorkspace();
  const name = useReplica(({ workspaces }) => workspaces[id]?.name ?? "");
  return (
    <div className="flex h-13 shrink-0 items-center gap-1 border-line border-b px-2">
      <Menu
        trigger={
          <button
            type="button"
            className="flex h-9 min-w-0 flex-1 pointer-coarse:h-11 items-center gap-2.5 rounded-md px-1.5 text-start hover:bg-hover data-popup-open:bg-active"
          >
            <Avatar name={name} size={24} />
            <span className="min-w-0 flex-1 truncate font-semibold text-sm">{name}</span>
            <VisuallyHidden>{t("label")}</VisuallyHidden>
            <ChevronsUpDown aria-hidden className="size-3.5 shrink-0 text-ink-faint" />
          </button>
        }
      >
        <SwitcherItems />
      </Menu>
      <FindButton />
    </div>
  );
}
