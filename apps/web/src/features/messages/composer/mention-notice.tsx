import type { accounts, rooms } from "@althing/contract";
import type { Replica } from "@althing/sdk";
import { useEffect, useMemo } from "react";
import { useTranslations } from "use-intl";
import { isShallowEqual, useClient, useReplica, useWorkspace } from "../../../connection/index.ts";
import { Button } from "../../../ui/button.tsx";
import { useToast } from "../../../ui/toast.tsx";
import { peopleIn } from "./completion/list-people.ts";
import { Notice } from "./notice.tsx";
import { readHandles } from "./slash/read-slash.ts";

/** From how many on one should know that one calls them all. */
const many = 10;

/** Before sending: how many `@room` calls, and who is named but would not hear of it. */
export function MentionNotice({ room, text }: { room: rooms.MyRoom; text: string }) {
  const t = useTranslations("messages.composer.mentions");
  const { windows } = useWorkspace();
  const handles = useMemo(() => (text.includes("@") ? readHandles(text) : []), [text]);
  const outsiders = useReplica((replica) => listOutsiders(replica, room, handles), isShallowEqual);
  const isChannel = room.kind === "channel";
  useEffect(() => {
    if (isChannel && handles.length > 0) windows.openRoomMembers(room.id).catch(() => undefined);
  }, [windows, isChannel, handles, room.id]);

  const callsAll = handles.find((handle) => handle === "room" || handle === "here");
  const mayCallAll = room.permissions.includes("message.mention_all");
  const count = room.memberCount - 1;
  return (
    <>
      {callsAll && !mayCallAll && <Notice>{t("mayNot", { handle: callsAll })}</Notice>}
      {callsAll && mayCallAll && count >= many && (
        <Notice tone="warning">{t(callsAll === "room" ? "room" : "here", { count })}</Notice>
      )}
      {outsiders.length > 0 && <Outsiders room={room} people={outsiders} />}
    </>
  );
}

function Outsiders({ room, people }: { room: rooms.MyRoom; people: readonly accounts.Profile[] }) {
  const t = useTranslations("messages.composer.mentions");
  const client = useClient();
  const { showProblem } = useToast();
  const names = people.map(({ name }) => name).join(", ");
  const add = () =>
    client.rooms.addRoomMembers({ roomId: room.id, accountIds: people.map(({ id }) => id) }).catch(showProblem);
  return (
    <Notice
      actions={
        room.permissions.includes("room.invite") && (
          <Button size="small" onClick={() => void add()}>
            {t("add", { count: people.length })}
          </Button>
        )
      }
    >
      {t("outside", { names, count: people.length })}
    </Notice>
  );
}

/** People of the workspace whom these handles name and who are not in the room. */
function listOutsiders(replica: Replica, room: rooms.MyRoom, handles: readonly string[]): accounts.Profile[] {
  if (handles.length === 0) return [];
  const inside = peopleIn(replica, room.id);
  if (!inside) return [];
  const named = new Set(handles);
  return Object.keys(replica.members[room.workspaceId] ?? {}).flatMap((id) => {
    const profile = replica.profiles[id];
    return profile && named.has(profile.handle) && !inside.has(id) && id !== replica.accountId ? [profile] : [];
  });
}
