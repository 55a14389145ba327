import type { rooms } from "@althing/contract";
import { Hash, Lock, Pin, UserPlus } from "lucide-react";
import { useFormatter, useTranslations } from "use-intl";
import { useReplica } from "../../../connection/index.ts";
import { roomNamesFrom } from "./template-names.ts";

type Props = { template: rooms.RoomTemplate; name: string };

/** What the template makes, before it is made. */
export function TemplatePreview({ template, name }: Props) {
  const t = useTranslations("rooms.templates");
  const names = roomNamesFrom(template, name || "…");
  return (
    <section aria-label={t("preview")} className="rounded-md border border-line bg-sunken text-sm">
      {template.description && <p className="border-line border-b px-3 py-2 text-ink-muted">{template.description}</p>}
      <ul className="flex flex-col gap-2 px-3 py-2.5">
        {template.rooms.map((room, index) => (
          <PreviewRoom key={room.name} room={room} name={names[index] ?? ""} />
        ))}
      </ul>
      <PreviewMembers memberIds={template.memberIds} />
    </section>
  );
}

function PreviewRoom({ room, name }: { room: rooms.TemplateRoom; name: string }) {
  const t = useTranslations("rooms.templates");
  const isPrivate = room.visibility === "private";
  const pinnedCount = room.pinnedMessages.length;
  return (
    <li className="flex gap-2 [&>svg]:mt-0.5 [&>svg]:size-4 [&>svg]:shrink-0 [&>svg]:text-ink-muted">
      {isPrivate ? <Lock aria-label={t("private")} /> : <Hash aria-hidden="true" />}
      <span className="min-w-0 flex-1">
        <span className="flex items-center gap-2">
          <span className="wrap-anywhere font-medium">{name}</span>
          {pinnedCount > 0 && (
            <span className="ms-auto flex shrink-0 items-center gap-1 text-ink-muted text-xs">
              <Pin size={12} aria-hidden="true" />
              {t("pinned", { count: pinnedCount })}
            </span>
          )}
        </span>
        {room.topic && <span className="block text-ink-muted text-xs">{room.topic}</span>}
      </span>
    </li>
  );
}

function PreviewMembers({ memberIds }: { memberIds: readonly string[] }) {
  const t = useTranslations("rooms.templates");
  const format = useFormatter();
  const profiles = useReplica((replica) => replica.profiles);
  const names = memberIds.flatMap((id) => profiles[id]?.name ?? []);
  if (names.length === 0) return null;
  return (
    <p className="flex gap-2 border-line border-t px-3 py-2 text-ink-muted text-xs">
      <UserPlus size={16} aria-hidden="true" className="shrink-0" />
      {t("adds", { names: format.list(names) })}
    </p>
  );
}
