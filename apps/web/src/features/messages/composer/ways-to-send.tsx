import { BellOff, CornerUpLeft } from "lucide-react";
import { useTranslations } from "use-intl";
import { MenuItem } from "../../../ui/menu-items.tsx";

type WaysToSendProps = {
  isThread: boolean;
  onSend: (how: { silent?: boolean; alsoInRoom?: boolean }) => void;
};

export function WaysToSend({ isThread, onSend }: WaysToSendProps) {
  const t = useTranslations("messages.composer.send");
  return (
    <>
      <MenuItem icon={<BellOff />} onClick={() => onSend({ silent: true })}>
        {t("silently")}
      </MenuItem>
      {isThread && (
        <MenuItem icon={<CornerUpLeft className="rtl:-scale-x-100" />} onClick={() => onSend({ alsoInRoom: true })}>
          {t("alsoInRoom")}
        </MenuItem>
      )}
    </>
  );
}
