import { useNavigate, useParams } from "@tanstack/react-router";
import { ChevronsUpDown, Plus, Settings, UserPlus } from "lucide-react";
import { useTranslations } from "use-intl";
import { useReplica, useWorkspace } from "../../../connection/index.ts";
import { Avatar } from "../../../ui/avatar.tsx";
import { Menu } from "../../../ui/menu.tsx";
import { MenuItem, MenuRadios, MenuSeparator } from "../../../ui/menu-items.tsx";
import { VisuallyHidden } from "../../../ui/visually-hidden.tsx";
import { useInvite } from "../invite/use-invite.ts";
import { usePermission } from "../use-permission.ts";
import { workspaceCreation } from "../workspace-creation.ts";

/** The top of the sidebar: which workspace this is, and the way to the others. */
export function WorkspaceSwitcher() {
  const t = useTranslations("workspaces.switcher");
  const { id } = useWorkspace();
  const { slug: current } = useParams({ from: "/w/$slug" });
  const navigate = useNavigate();
  const invite = useInvite();
  const mayInvite = usePermission("invitation.create");
  const name = useReplica(({ workspaces }) => workspaces[id]?.name ?? "");
  const mine = useReplica(({ me }) => me?.workspaces) ?? [];
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
        <MenuRadios
          label={t("yours")}
          value={current}
          options={mine.map((workspace) => ({
            value: workspace.slug,
            label: workspace.name,
            icon: <Avatar name={workspace.name} size={20} />,
          }))}
          onValueChange={(slug) => void navigate({ to: "/w/$slug", params: { slug } })}
        />
        <MenuSeparator />
        <MenuItem icon={<Plus />} onClick={() => workspaceCreation.open(true)}>
          {t("create")}
        </MenuItem>
        <MenuSeparator />
        {mayInvite && (
          <MenuItem icon={<UserPlus />} onClick={() => invite({})}>
            {t("invite")}
          </MenuItem>
        )}
        <MenuItem
          icon={<Settings />}
          onClick={() => void navigate({ to: "/w/$slug/settings/$page", params: { slug: current, page: "general" } })}
        >
          {t("settings")}
        </MenuItem>
      </Menu>
    </div>
  );
}
