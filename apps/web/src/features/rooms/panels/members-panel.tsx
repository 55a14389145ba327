import type { rooms } from "@althing/contract";
import { presenceOf } from "@althing/sdk";
import { UserPlus } from "lucide-react";
import { useEffect, useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import { isShallowEqual, useReplica, useWorkspace } from "../../../connection/index.ts";
import { PanelFrame, rank } from "../../../shell/index.ts";
import { ErrorState } from "../../../ui/error-state.tsx";
import { IconButton } from "../../../ui/icon-button.tsx";
import { SearchField } from "../../../ui/search-field.tsx";
import { Skeleton } from "../../../ui/skeleton.tsx";
import { roomDialog } from "../dialogs/openers.ts";
import { useRoomTitle } from "../room/use-room-title.ts";
import { useRoom } from "../use-room.ts";
import { MemberRow } from "./member-row.tsx";

/** Who is in a room, those who are there now first. */
export function MembersPanel({ subject }: { subject: string }) {
  const t = useTranslations("rooms.members");
  const room = useRoom(subject);
  const mayAdd = room?.archivedAt === null && room.kind !== "dm" && room.permissions.includes("room.invite");
  return (
    <PanelFrame
      title={t("title")}
      subtitle={room && <Subtitle room={room} />}
      actions={
        mayAdd && (
          <IconButton
            label={t("add")}
            icon={<UserPlus />}
            onClick={() => roomDialog.open({ kind: "add-people", roomId: room.id })}
          />
        )
      }
    >
      {room && <Members room={room} />}
    </PanelFrame>
  );
}

function Subtitle({ room }: { room: rooms.MyRoom }) {
  return useRoomTitle(room);
}

function Members({ room }: { room: rooms.MyRoom }) {
  const t = useTranslations("rooms.members");
  const [query, setQuery] = useState("");
  const { members, problem, retry } = useRoomMembers(room.id);
  const presentIds = useReplica(
    (replica) => (members ?? []).filter(({ id }) => presenceOf(replica, id) !== "offline").map(({ id }) => id),
    isShallowEqual,
  );
  const present = useMemo(() => new Set<string>(presentIds), [presentIds]);
  if (problem) return <ErrorState error={problem} onRetry={retry} />;
  if (!members) return <Loading count={Math.min(room.memberCount, 8)} />;
  const found = rank(query, members, ({ name, handle }) => [name, handle]);
  const here = found.filter(({ id }) => present.has(id));
  const away = found.filter(({ id }) => !present.has(id));
  return (
    <div className="flex flex-col gap-3 p-3">
      <SearchField label={t("search")} value={query} onValueChange={setQuery} />
      {found.length === 0 && <p className="px-2 py-6 text-center text-ink-muted">{t("nobody", { query })}</p>}
      <Group title={t("here", { count: here.length })} members={here} room={room} />
      <Group title={t("away", { count: away.length })} members={away} room={room} />
    </div>
  );
}

function Group({ title, members, room }: { title: string; members: readonly rooms.RoomMember[]; room: rooms.MyRoom }) {
  if (members.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3 className="px-2 pb-1 font-medium text-ink-faint text-xs">{title}</h3>
      <ul className="flex flex-col">
        {members.map((member) => (
          <MemberRow key={member.id} member={member} room={room} />
        ))}
      </ul>
    </section>
  );
}

/** By name; undefined until they are loaded. */
function useRoomMembers(roomId: string) {
  const { windows } = useWorkspace();
  const known = useReplica(({ roomMembers }) => roomMembers[roomId]);
  const [problem, setProblem] = useState<unknown>();
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a retry is another attempt at the same.
  useEffect(() => {
    setProblem(undefined);
    windows.openRoomMembers(roomId).catch(setProblem);
  }, [windows, roomId, attempt]);
  const members = useMemo(
    () => known && Object.values(known).sort((one, other) => one.name.localeCompare(other.name)),
    [known],
  );
  return { members, problem: known ? undefined : problem, retry: () => setAttempt((count) => count + 1) };
}

function Loading({ count }: { count: number }) {
  return (
    <div className="flex flex-col gap-1 p-3">
      {Array.from({ length: count }, (_, index) => index).map((index) => (
        <Skeleton key={index} className="h-11" />
      ))}
    </div>
  );
}
