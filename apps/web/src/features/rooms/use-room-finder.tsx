import type { accounts, rooms } from "@althing/contract";
import { listedRooms } from "@althing/sdk";
import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../connection/index.ts";
import { type Finder, type Finding, rank } from "../../shell/index.ts";
import { AccountAvatar, useDirectMessage, useMyId } from "../accounts/index.ts";
import { RoomIcon } from "./room/room-icon.tsx";
import { partnerOf, roomTitle } from "./room/room-title.ts";
import { useRoomVerbs } from "./room/use-room-verbs.ts";
import { isWaitingIn } from "./sidebar/use-waiting.ts";
import { usePeople } from "./use-people.ts";

const mostFound = 8;

type Found = { room: rooms.MyRoom; title: string } | { person: accounts.Profile; title: string };

/** Rooms and people. For nothing typed: where something waits, then where one was heard last. */
export function useRoomFinder(): Finder {
  const t = useTranslations("rooms.finder");
  const workspace = useWorkspace();
  const myId = useMyId();
  const people = usePeople();
  const { open } = useRoomVerbs();
  const openDirectMessage = useDirectMessage();
  return useMemo(() => {
    // As of the opening of the palette: what is found should not jump while one looks for it.
    const { state } = workspace;
    const known = listedRooms(state).toSorted(byInterest((id) => isWaitingIn(state, id)));
    const partners = new Set(known.map((room) => room.kind === "dm" && partnerOf(room, myId)?.id));
    const found: Found[] = [
      ...known.map((room) => ({ room, title: roomTitle(room, myId) })),
      ...people.filter(({ id }) => !partners.has(id)).map((person) => ({ person, title: person.name })),
    ];
    const textsOf = (one: Found) =>
      "room" in one ? [one.title, ...one.room.people.map(({ handle }) => handle)] : [one.title, one.person.handle];
    const show = (one: Found): Finding =>
      "room" in one
        ? {
            id: `room:${one.room.id}`,
            title: one.title,
            hint: one.room.archivedAt === null ? one.room.topic : t("archived"),
            icon: <RoomIcon room={one.room} />,
            run: () => open(one.room.id),
          }
        : {
            id: `person:${one.person.id}`,
            title: one.title,
            hint: one.person.title || `@${one.person.handle}`,
            icon: <AccountAvatar accountId={one.person.id} size={20} presence />,
            run: () => void openDirectMessage(one.person.id),
          };
    return {
      group: t("group"),
      find: (query) => {
        const wanted = query.replace(/^[#@]/, "");
        const offered = wanted.trim() === "" ? found.filter(isLive) : found;
        return rank(wanted, offered, textsOf, mostFound).map(show);
      },
    };
  }, [t, workspace, myId, people, open, openDirectMessage]);
}

const isLive = (one: Found): boolean => "room" in one && one.room.archivedAt === null;

/** Where something waits first, archived ones last, else the last heard first. */
const byInterest = (isWaiting: (roomId: string) => boolean) => (one: rooms.MyRoom, other: rooms.MyRoom) =>
  Number(one.archivedAt !== null) - Number(other.archivedAt !== null) ||
  Number(isWaiting(other.id)) - Number(isWaiting(one.id)) ||
  (other.lastMessageAt ?? "").localeCompare(one.lastMessageAt ?? "");
