import { useNavigate, useParams } from "@tanstack/react-router";
import { Plus, Settings, UserPlus } from "lucide-react";
import { useTranslations } from "use-intl";
import { useReplica } from "../../../connection/index.ts";
import { Avatar } from "../../../ui/avatar.tsx";
import { MenuItem, MenuRadios, MenuSeparator } from "../../../ui/menu-items.tsx";
import { useInvite } from "../invite/use-invite.ts";
import { usePermission } from "../use-permission.ts";
import { workspaceCreation } from "../workspace-creation.ts";

/** One's workspaces, and what can be done with the one on screen. */
export function SwitcherItems() {
  const t = useTranslations("workspaces.switcher");
  const { slug: current } = useParams({ from: "/w/$slug" });
  const navigate = useNavigate();
  const invite = useInvite();
  const mayInvite = usePermission("invitation.create");
  const mine = useReplica(({ me }) => me?.workspaces) ?? [];
  return (
    <>
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
    </>
  );
}
