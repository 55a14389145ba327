import type { rooms } from "@althing/contract";
import { Copy, Pencil, Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useClient, useWorkspace } from "../../../connection/index.ts";
import { spokenLater } from "../../../i18n/index.ts";
import { Button } from "../../../ui/button.tsx";
import { useConfirm } from "../../../ui/confirm-dialog.tsx";
import { ErrorState } from "../../../ui/error-state.tsx";
import { IconButton } from "../../../ui/icon-button.tsx";
import { Skeleton } from "../../../ui/skeleton.tsx";
import { Tag } from "../../../ui/tag.tsx";
import { useToast } from "../../../ui/toast.tsx";
import { TemplateDialog, type TemplateDraft } from "./template-dialog.tsx";
import { TemplateIcon } from "./template-icon.tsx";
import { newTemplateRoom } from "./template-room-fields.tsx";
import { useTemplates } from "./use-templates.ts";

type Opened = { templateId?: rooms.RoomTemplateId; draft: TemplateDraft };

const nothing: TemplateDraft = { name: "", description: "", rooms: [newTemplateRoom], memberIds: [] };

/** What rooms can be made from: the built-in templates to look at and copy, the workspace's own to change. */
export const TemplateSettings = spokenLater("rooms", Settings);

function Settings() {
  const t = useTranslations("rooms.templates");
  const { templates, error, load } = useTemplates();
  const [opened, setOpened] = useState<Opened>();
  if (error) return <ErrorState error={error} onRetry={load} />;
  if (!templates) return <Skeleton className="h-80" />;
  return (
    <div className="flex flex-col gap-4">
      <p className="text-ink-muted">{t("hint")}</p>
      <ul aria-label={t("title")} className="divide-y divide-line rounded-lg border border-line bg-surface">
        {templates.map((template) => (
          <TemplateLine key={template.id} template={template} onOpen={setOpened} />
        ))}
      </ul>
      <Button icon={<Plus />} className="self-start" onClick={() => setOpened({ draft: nothing })}>
        {t("new")}
      </Button>
      {opened && <TemplateDialog {...opened} onClose={() => setOpened(undefined)} />}
    </div>
  );
}

function TemplateLine({ template, onOpen }: { template: rooms.RoomTemplate; onOpen: (opened: Opened) => void }) {
  const t = useTranslations("rooms.templates");
  const client = useClient();
  const confirm = useConfirm();
  const toast = useToast();
  const { id: workspaceId } = useWorkspace();
  const { id: templateId, name, description } = template;
  const isOwn = template.key === null;
  const remove = async () => {
    const question = { title: t("deleteTitle", { name }), description: t("deleteDetail"), action: t("delete") };
    if (!(await confirm({ ...question, danger: true }))) return;
    await client.rooms.deleteRoomTemplate({ workspaceId, templateId }).catch(toast.showProblem);
  };
  return (
    <li className="flex items-center gap-3 px-4 py-3">
      <span className="text-ink-muted">
        <TemplateIcon template={template} size={20} />
      </span>
      <span className="min-w-0 flex-1">
        <span className="flex flex-wrap items-center gap-2 font-medium">
          {name}
          {!isOwn && <Tag>{t("isBuiltIn")}</Tag>}
        </span>
        <span className="block text-ink-muted text-sm">
          {description || template.rooms.map((room) => room.name).join(", ")}
        </span>
      </span>
      <span className="whitespace-nowrap text-ink-muted text-xs max-sm:hidden">
        {t("roomCount", { count: template.rooms.length })}
      </span>
      {isOwn ? (
        <span className="flex">
          <IconButton
            size="small"
            label={t("edit", { name })}
            icon={<Pencil />}
            onClick={() => onOpen({ templateId, draft: template })}
          />
          <IconButton size="small" label={t("deleteOne", { name })} icon={<Trash2 />} onClick={() => void remove()} />
        </span>
      ) : (
        <IconButton
          size="small"
          label={t("copyOne", { name })}
          icon={<Copy />}
          onClick={() => onOpen({ draft: template })}
        />
      )}
    </li>
  );
}
