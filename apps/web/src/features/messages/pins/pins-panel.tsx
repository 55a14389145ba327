import { Pin, PinOff } from "lucide-react";
import { useTranslations } from "use-intl";
import { PanelFrame } from "../../../shell/index.ts";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { IconButton } from "../../../ui/icon-button.tsx";
import { useRoom, useRoomPermission, useRoomTitle } from "../../rooms/index.ts";
import { useMessageVerbs } from "../actions/use-message-verbs.ts";
import { RowSkeletons } from "../list/row-skeletons.tsx";
import { MessageCard } from "../row/message-card.tsx";
import { usePins } from "./use-pins.ts";

/** All that is pinned in a room. */
export function PinsPanel({ subject: roomId }: { subject: string }) {
  const t = useTranslations("messages.pins");
  const room = useRoom(roomId);
  const title = useRoomTitle(room ?? { name: "", people: [] });
  const pins = usePins(roomId);
  const mayPin = useRoomPermission(roomId, "message.pin");
  const verbs = useMessageVerbs();
  return (
    <PanelFrame title={t("label")} subtitle={title}>
      {pins === undefined && <RowSkeletons count={3} />}
      {pins?.length === 0 && (
        <EmptyState icon={<Pin />} title={t("none")}>
          {t("noneHint")}
        </EmptyState>
      )}
      <ul className="flex flex-col gap-2 p-3">
        {pins?.map((message) => (
          <li key={message.id}>
            <MessageCard
              message={message}
              actions={
                mayPin && (
                  <IconButton
                    size="small"
                    label={t("unpin")}
                    icon={<PinOff />}
                    onClick={() => verbs.pin(message, false)}
                  />
                )
              }
            />
          </li>
        ))}
      </ul>
    </PanelFrame>
  );
}
