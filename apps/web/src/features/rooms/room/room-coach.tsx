import type { rooms } from "@althing/contract";
import { Link as LinkIcon, UserPlus } from "lucide-react";
import { useFormatter, useTranslations } from "use-intl";
import { Button } from "../../../ui/button.tsx";
import { useMyId, useProfile } from "../../accounts/index.ts";
import { roomDialog } from "../dialogs/openers.ts";
import { Paragraphs } from "./paragraphs.tsx";
import { RoomIcon } from "./room-icon.tsx";
import { partnerOf } from "./room-title.ts";
import { useRoomTitle } from "./use-room-title.ts";
import { useRoomVerbs } from "./use-room-verbs.ts";

type Props = {
  room: rooms.MyRoom;
  /** Whether nobody has said anything yet: then it invites to. Else it is the top of the history. */
  isEmpty: boolean;
};

/** The start of a room: what it is for, how one behaves there, and what to do first. */
export function RoomCoach({ room, isEmpty }: Props) {
  const t = useTranslations("rooms.coach");
  const title = useRoomTitle(room);
  const isNotes = useIsNotes(room);
  return (
    <section aria-label={t("label", { title })} className="flex flex-col items-start gap-3 px-4 pt-10 pb-6 md:px-5">
      <div className="grid size-12 place-items-center rounded-xl bg-accent-soft text-accent">
        <RoomIcon room={room} size={24} />
      </div>
      <div className="max-w-prose">
        <h2 className="font-semibold text-xl">{title}</h2>
        <p className="text-pretty text-ink-muted">
          <Purpose room={room} />
        </p>
      </div>
      {room.description && <Paragraphs text={room.description} className="max-w-prose" />}
      {room.guidelines && (
        <div className="max-w-prose rounded-lg border border-line px-4 py-3">
          <h3 className="mb-1 font-semibold text-sm">{t("guidelines")}</h3>
          <Paragraphs text={room.guidelines} className="text-ink-muted text-sm" />
        </div>
      )}
      {isEmpty && room.archivedAt === null && room.joined && !isNotes && <FirstSteps room={room} />}
    </section>
  );
}

function Purpose({ room }: { room: rooms.MyRoom }) {
  const t = useTranslations("rooms.coach");
  const format = useFormatter();
  const isNotes = useIsNotes(room);
  const creator = useProfile(room.createdBy ?? "");
  const title = useRoomTitle(room);
  if (room.kind === "dm") return isNotes ? t("notes") : t("direct", { name: title });
  if (room.kind === "group") return t("group", { names: title });
  const date = format.dateTime(new Date(room.createdAt), { dateStyle: "long" });
  const secrecy = room.visibility === "private" ? t("private") : t("public");
  return `${creator ? t("madeBy", { name: creator.name, date }) : t("made", { date })} ${secrecy}`;
}

function FirstSteps({ room }: { room: rooms.MyRoom }) {
  const t = useTranslations("rooms.coach");
  const { copyLink } = useRoomVerbs();
  const mayAdd = room.kind !== "dm" && room.permissions.includes("room.invite");
  return (
    <>
      <p className="font-medium">{room.kind === "dm" ? t("beFirstDirect") : t("beFirst")}</p>
      <div className="flex flex-wrap gap-2">
        {mayAdd && (
          <Button icon={<UserPlus />} onClick={() => roomDialog.open({ kind: "add-people", roomId: room.id })}>
            {room.visibility === "private" ? t("invitePeople") : t("addPeople")}
          </Button>
        )}
        {room.kind === "channel" && room.visibility === "public" && (
          <Button variant="ghost" icon={<LinkIcon />} onClick={() => copyLink(room.id)}>
            {t("copyLink")}
          </Button>
        )}
      </div>
    </>
  );
}

/** Whether it is a conversation with oneself. */
function useIsNotes(room: rooms.MyRoom): boolean {
  const myId = useMyId();
  return room.kind === "dm" && partnerOf(room, myId)?.id === myId;
}
