import type { rooms } from "@althing/contract";
import { ChevronDown, Hash, Lock, Trash2 } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "../../../ui/button.tsx";
import { TextArea } from "../../../ui/text-area.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { VisibilityField } from "../dialogs/visibility-field.tsx";

export const newTemplateRoom: rooms.TemplateRoom = {
  name: "{name}",
  visibility: "public",
  topic: "",
  description: "",
  guidelines: "",
  pinnedMessages: [],
};

/** As many as a room can have pinned. */
const pinSlots = [0, 1, 2] as const;

type Props = {
  room: rooms.TemplateRoom;
  errorOf: (field: string) => string | undefined;
  isOpen: boolean;
  onChange: (room: rooms.TemplateRoom) => void;
  onRemove: (() => void) | undefined;
};

/** A channel of a template, folded under its name. */
export function TemplateRoomFields({ room, errorOf, isOpen, onChange, onRemove }: Props) {
  const t = useTranslations("rooms.form");
  const tTemplates = useTranslations("rooms.templates");
  const { pinnedMessages } = room;
  const textField = (field: "topic" | "description" | "guidelines") => ({
    label: t(field),
    value: room[field],
    error: errorOf(field),
    onValueChange: (value: string) => onChange({ ...room, [field]: value }),
  });
  const pin = (slot: number, text: string) =>
    onChange({ ...room, pinnedMessages: pinSlots.map((one) => (one === slot ? text : (pinnedMessages[one] ?? ""))) });
  const pinnedCount = pinnedMessages.findLastIndex((text) => text !== "") + 1;
  return (
    <details open={isOpen} className="group rounded-md border border-line bg-surface">
      <summary className="flex min-h-10 cursor-pointer items-center gap-2 rounded-md px-3 text-sm hover:bg-hover [&>svg]:size-4 [&>svg]:shrink-0 [&>svg]:text-ink-muted">
        {room.visibility === "private" ? <Lock aria-hidden="true" /> : <Hash aria-hidden="true" />}
        <span className="wrap-anywhere flex-1 font-medium">{room.name || "…"}</span>
        <ChevronDown aria-hidden="true" className="transition-transform group-open:rotate-180" />
      </summary>
      <div className="flex flex-col gap-4 border-line border-t p-3">
        <TextField
          label={t("name")}
          hint={tTemplates("roomNameHint")}
          value={room.name}
          onValueChange={(name) => onChange({ ...room, name })}
          maxLength={80}
          autoComplete="off"
          error={errorOf("name")}
        />
        <VisibilityField value={room.visibility} onValueChange={(visibility) => onChange({ ...room, visibility })} />
        <TextField {...textField("topic")} maxLength={250} />
        <TextArea {...textField("description")} rows={2} maxLength={2_000} />
        <TextArea {...textField("guidelines")} rows={2} maxLength={5_000} />
        {pinSlots.slice(0, pinnedCount + 1).map((slot) => (
          <TextArea
            key={slot}
            label={tTemplates("pinnedMessage", { number: slot + 1 })}
            hint={slot === pinnedCount ? tTemplates("pinnedHint") : undefined}
            value={pinnedMessages[slot] ?? ""}
            onValueChange={(text) => pin(slot, text)}
            rows={2}
            maxLength={4_000}
            error={errorOf(`pinnedMessages.${slot}`)}
          />
        ))}
        {onRemove && (
          <Button size="small" variant="ghost" icon={<Trash2 />} className="self-start" onClick={onRemove}>
            {tTemplates("removeRoom")}
          </Button>
        )}
      </div>
    </details>
  );
}
