import type { tools } from "@althing/contract";
import { MoreHorizontal, RefreshCw } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useClient, useWorkspace } from "../../../connection/index.ts";
import { Button } from "../../../ui/button.tsx";
import { useConfirm } from "../../../ui/confirm-dialog.tsx";
import { IconButton } from "../../../ui/icon-button.tsx";
import { Menu } from "../../../ui/menu.tsx";
import { MenuItem } from "../../../ui/menu-items.tsx";
import { useToast } from "../../../ui/toast.tsx";
import { useGoToTools } from "../place.ts";
import { EditDialog } from "../sources/edit-dialog.tsx";

type Props = { detail: tools.ToolSourceDetail; onChange: () => void };

/** What can be done with a source. */
export function SourceActions({ detail, onChange }: Props) {
  const t = useTranslations("tools.source");
  const { tools: api } = useClient();
  const { id: workspaceId } = useWorkspace();
  const toast = useToast();
  const confirm = useConfirm();
  const goTo = useGoToTools();
  const [isLooking, setLooking] = useState(false);
  const [isEditing, setEditing] = useState(false);
  const named = { workspaceId, sourceId: detail.id };
  const change = (act: () => Promise<unknown>) => act().then(onChange, toast.showProblem);
  const look = async () => {
    setLooking(true);
    await change(() => api.inspectToolSource(named));
    setLooking(false);
  };
  const remove = async () => {
    const question = {
      title: t("removeAsk", { name: detail.title }),
      description: t("removeHint"),
      action: t("remove"),
    };
    if (!(await confirm({ ...question, danger: true }))) return;
    await api.removeToolSource(named).then(() => goTo(), toast.showProblem);
  };
  return (
    <span className="flex shrink-0 items-center gap-2">
      <Button size="small" icon={<RefreshCw />} loading={isLooking} onClick={() => void look()}>
        {t("look")}
      </Button>
      <Menu
        align="end"
        trigger={<IconButton size="small" icon={<MoreHorizontal />} label={t("actions", { name: detail.title })} />}
      >
        <MenuItem onClick={() => setEditing(true)}>{t("edit")}</MenuItem>
        <MenuItem onClick={() => void change(() => api.updateToolSource({ ...named, enabled: !detail.enabled }))}>
          {detail.enabled ? t("switchOff") : t("switchOn")}
        </MenuItem>
        <MenuItem danger onClick={() => void remove()}>
          {t("remove")}
        </MenuItem>
      </Menu>
      {isEditing && <EditDialog detail={detail} onClose={() => setEditing(false)} />}
    </span>
  );
}
