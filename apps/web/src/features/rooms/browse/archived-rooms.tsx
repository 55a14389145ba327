import type { rooms } from "@althing/contract";
import { Archive, ArchiveRestore } from "lucide-react";
import { useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { isShallowEqual, useReplica } from "../../../connection/index.ts";
import { rank } from "../../../shell/index.ts";
import { Button } from "../../../ui/button.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { SearchField } from "../../../ui/search-field.tsx";
import { useRoomTitle } from "../room/use-room-title.ts";
import { useRoomVerbs } from "../room/use-room-verbs.ts";
import { useRoomLinks } from "../sidebar/use-room-links.ts";

/** Rooms one is in that nobody writes in any more, the last archived first. */
export function ArchivedRooms() {
  const t = useTranslations("rooms.browse");
  const [query, setQuery] = useState("");
  const archived = useReplica(
    ({ rooms: known }) =>
      Object.values(known)
        .filter(({ archivedAt }) => archivedAt !== null)
        .sort((one, other) => (other.archivedAt ?? "").localeCompare(one.archivedAt ?? "")),
    isShallowEqual,
  );
  if (archived.length === 0) {
    return (
      <EmptyState icon={<Archive />} title={t("noArchived")}>
        {t("noArchivedHint")}
      </EmptyState>
    );
  }
  return (
    <div className="flex flex-col gap-3">
      <SearchField label={t("searchArchived")} value={query} onValueChange={setQuery} />
      <ul aria-label={t("archived")} className="flex flex-col">
        {rank(query, archived, ({ name, topic }) => [name, topic]).map((room) => (
          <ArchivedRow key={room.id} room={room} />
        ))}
      </ul>
    </div>
  );
}

function ArchivedRow({ room }: { room: rooms.MyRoom }) {
  const t = useTranslations("rooms.browse");
  const format = useFormatter();
  const title = useRoomTitle(room);
  const { hrefOf, onClick } = useRoomLinks();
  const { restore } = useRoomVerbs();
  return (
    <li className="relative flex items-center gap-3 rounded-lg px-3 py-2.5 focus-within:bg-hover hover:bg-hover">
      <Archive aria-hidden="true" size={18} className="shrink-0 text-ink-faint" />
      <div className="min-w-0 flex-1">
        <a
          href={hrefOf(room.id)}
          onClick={onClick}
          className="truncate font-medium after:absolute after:inset-0 after:rounded-lg"
        >
          {title}
        </a>
        {room.archivedAt && (
          <p className="text-ink-muted text-sm">
            {t("archivedOn", { date: format.dateTime(new Date(room.archivedAt), { dateStyle: "medium" }) })}
          </p>
        )}
      </div>
      {room.permissions.includes("room.archive") && (
        <Button size="small" className="relative" icon={<ArchiveRestore />} onClick={() => restore(room.id)}>
          {t("restore")}
        </Button>
      )}
    </li>
  );
}
