import type { rooms } from "@althing/contract";
import { CalendarClock, Download, Link2 } from "lucide-react";
import { useTranslations } from "use-intl";
import { useClient } from "../../connection/index.ts";
import { MenuItem, Submenu } from "../../ui/menu-items.tsx";
import { useToast } from "../../ui/toast.tsx";
import { KeepItems } from "./keeping/keep-items.tsx";
import { sharing } from "./openers.ts";
import { saveFile } from "./transfer/save-file.ts";

const formats = ["pdf", "markdown", "html", "json"] as const;

/** What can be done with a conversation with an assistant, beside what can be done with any room. */
export function ChatMenuItems({ room }: { room: rooms.MyRoom }) {
  const t = useTranslations("chats.menu");
  if (room.kind !== "assistant") return null;
  const { id: roomId, permissions } = room;
  return (
    <>
      {permissions.includes("message.read") && (
        <>
          <MenuItem icon={<Link2 />} onClick={() => sharing.open({ roomId })}>
            {t("share")}
          </MenuItem>
          <Submenu icon={<Download />} label={t("export")}>
            <ExportItems roomId={roomId} />
          </Submenu>
        </>
      )}
      {permissions.includes("assistant.ask") && (
        <Submenu icon={<CalendarClock />} label={t("stays")}>
          <KeepItems roomId={roomId} />
        </Submenu>
      )}
    </>
  );
}

function ExportItems({ roomId }: { roomId: string }) {
  const t = useTranslations("chats.menu");
  const { chats: api } = useClient();
  const toast = useToast();
  return formats.map((format) => (
    <MenuItem key={format} onClick={() => void api.exportChat({ roomId, format }).then(saveFile, toast.showProblem)}>
      {t(`formats.${format}.label`)}
      <span className="block text-ink-muted text-xs">{t(`formats.${format}.hint`)}</span>
    </MenuItem>
  ));
}
