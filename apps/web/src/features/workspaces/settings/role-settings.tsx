import type { workspaces } from "@althing/contract";
import { Plus } from "lucide-react";
import { Suspense, useState } from "react";
import { useTranslations } from "use-intl";
import { useReplica, useWorkspace } from "../../../connection/index.ts";
import { Button } from "../../../ui/button.tsx";
import { Tag } from "../../../ui/tag.tsx";
import { useRoleTitle } from "../../accounts/index.ts";
import { usePermission } from "../use-permission.ts";
import { RoleDialog } from "./role-dialog.tsx";

/** The roles of the workspace, built in and its own. */
export function RoleSettings() {
  const t = useTranslations("workspaces.roles");
  const { id } = useWorkspace();
  const roles = useReplica((replica) => replica.roles[id]) ?? [];
  const titleOf = useRoleTitle();
  const mayManage = usePermission("role.manage");
  const [opened, setOpened] = useState<workspaces.Role | "new">();
  return (
    <div className="flex flex-col gap-4">
      <p className="text-ink-muted">{t("hint")}</p>
      <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
        {roles.map((role) => (
          <li key={role.name} className="flex items-center gap-3 px-4 py-3">
            <span className="min-w-0 flex-1">
              <span className="flex flex-wrap items-center gap-x-2 font-medium">
                {titleOf(role.name)}
                <Tag tone={role.builtIn ? "neutral" : "accent"}>{role.builtIn ? t("builtIn") : t("own")}</Tag>
              </span>
              <span className="text-ink-muted text-sm">
                {role.name === "owner" ? t("everything") : t("permissions", { count: role.permissions.length })}
              </span>
            </span>
            <Button size="small" onClick={() => setOpened(role)}>
              {mayManage && !role.builtIn ? t("edit") : t("view")}
            </Button>
          </li>
        ))}
      </ul>
      {mayManage && (
        <Button icon={<Plus />} className="self-start" onClick={() => setOpened("new")}>
          {t("create")}
        </Button>
      )}
      <Suspense>
        {opened && (
          <RoleDialog
            key={opened === "new" ? "" : opened.name}
            role={opened === "new" ? undefined : opened}
            onClose={() => setOpened(undefined)}
          />
        )}
      </Suspense>
    </div>
  );
}
