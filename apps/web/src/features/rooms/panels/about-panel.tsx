import type { rooms } from "@althing/contract";
import { ChartColumn, Pencil, UserPlus, Users } from "lucide-react";
import type { ReactNode } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { PanelFrame, usePanel } from "../../../shell/index.ts";
import { Button } from "../../../ui/button.tsx";
import { RadioGroup } from "../../../ui/radio-group.tsx";
import { Switch } from "../../../ui/switch.tsx";
import { PersonName } from "../../accounts/index.ts";
import { roomDialog } from "../dialogs/openers.ts";
import { Paragraphs } from "../room/paragraphs.tsx";
import { RoomIcon } from "../room/room-icon.tsx";
import { useRoomTitle } from "../room/use-room-title.ts";
import { useRoomVerbs } from "../room/use-room-verbs.ts";
import { useRoom } from "../use-room.ts";
import { Partings } from "./partings.tsx";

/** All about a room: what it is for, how loud it is, what can be done with it. */
export function AboutPanel({ subject }: { subject: string }) {
  const t = useTranslations("rooms.about");
  const room = useRoom(subject);
  return <PanelFrame title={t("title")}>{room && <About room={room} />}</PanelFrame>;
}

function About({ room }: { room: rooms.MyRoom }) {
  const t = useTranslations("rooms.about");
  const title = useRoomTitle(room);
  const panel = usePanel();
  const isLive = room.archivedAt === null;
  const may = (permission: string) => isLive && room.kind !== "dm" && room.permissions.includes(permission);
  return (
    <div className="flex flex-col divide-y divide-line">
      <div className="flex flex-col gap-3 p-4">
        <div className="flex items-center gap-2 font-semibold text-lg">
          <RoomIcon room={room} size={24} className="text-ink-muted" />
          <span className="wrap-anywhere">{title}</span>
        </div>
        <div className="flex flex-wrap gap-2">
          <Button size="small" icon={<Users />} onClick={() => panel.show("members", room.id)}>
            {t("members", { count: room.memberCount })}
          </Button>
          {room.permissions.includes("message.read") && (
            <Button size="small" icon={<ChartColumn />} onClick={() => panel.show("statistics", room.id)}>
              {t("statistics")}
            </Button>
          )}
          {may("room.invite") && room.joined && (
            <Button
              size="small"
              icon={<UserPlus />}
              onClick={() => roomDialog.open({ kind: "add-people", roomId: room.id })}
            >
              {t("addPeople")}
            </Button>
          )}
          {may("room.update") && (
            <Button size="small" icon={<Pencil />} onClick={() => roomDialog.open({ kind: "edit", roomId: room.id })}>
              {t("edit")}
            </Button>
          )}
        </div>
      </div>
      {room.kind !== "dm" && <Facts room={room} />}
      {room.joined && <Loudness room={room} />}
      <Partings room={room} />
    </div>
  );
}

function Facts({ room }: { room: rooms.MyRoom }) {
  const t = useTranslations("rooms.about");
  const format = useFormatter();
  const { systemMessages } = room;
  const shown = (["joins", "leaves", "renames", "pins"] as const).filter((name) => systemMessages[name]);
  return (
    <dl className="flex flex-col gap-4 p-4">
      <Fact term={t("topic")}>{room.topic && <Paragraphs text={room.topic} />}</Fact>
      <Fact term={t("description")}>{room.description && <Paragraphs text={room.description} />}</Fact>
      <Fact term={t("guidelines")}>{room.guidelines && <Paragraphs text={room.guidelines} />}</Fact>
      <Fact term={t("visibility")}>{room.kind === "channel" && t(room.visibility)}</Fact>
      <Fact term={t("created")}>
        {room.createdBy && <PersonName accountId={room.createdBy} />}{" "}
        <span className="text-ink-muted">{format.dateTime(new Date(room.createdAt), { dateStyle: "long" })}</span>
      </Fact>
      <Fact term={t("owner")}>{room.ownerId && <PersonName accountId={room.ownerId} />}</Fact>
      <Fact term={t("systemMessages")}>
        {shown.length > 0 ? format.list(shown.map((name) => t(`system.${name}`))) : t("system.none")}
      </Fact>
    </dl>
  );
}

/** What was not said takes no room. */
function Fact({ term, children }: { term: string; children: ReactNode }) {
  if (!children) return null;
  return (
    <div>
      <dt className="mb-0.5 font-medium text-ink-faint text-xs">{term}</dt>
      <dd className="text-base">{children}</dd>
    </div>
  );
}

function Loudness({ room }: { room: rooms.MyRoom }) {
  const t = useTranslations("rooms.menu");
  const { place } = useRoomVerbs();
  const { notify, muted } = room.placement;
  return (
    <div className="flex flex-col gap-4 p-4">
      <RadioGroup
        label={t("notify")}
        value={notify}
        disabled={muted}
        onValueChange={(value) => place(room.id, { notify: value })}
        options={[
          { value: "all", label: t("notifyAll") },
          { value: "mentions", label: t("notifyMentions") },
          { value: "nothing", label: t("notifyNothing") },
        ]}
      />
      <Switch
        label={t("mute")}
        hint={t("muteHint")}
        checked={muted}
        onCheckedChange={(checked) => void place(room.id, { muted: checked })}
      />
    </div>
  );
}
