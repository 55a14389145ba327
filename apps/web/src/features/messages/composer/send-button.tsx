import { BellOff, ChevronDown, CornerUpLeft, SendHorizontal } from "lucide-react";
import { useTranslations } from "use-intl";
import { IconButton } from "../../../ui/icon-button.tsx";
import { Menu } from "../../../ui/menu.tsx";
import { MenuItem } from "../../../ui/menu-items.tsx";

type SendButtonProps = {
  disabled: boolean;
  isThread: boolean;
  onSend: (how?: { silent?: boolean; alsoInRoom?: boolean }) => void;
};

/** Sends; the little arrow beside it holds the other ways to. */
export function SendButton({ disabled, isThread, onSend }: SendButtonProps) {
  const t = useTranslations("messages.composer.send");
  return (
    <div className="flex items-center rounded-md bg-accent text-accent-ink has-data-disabled:bg-hover has-data-disabled:text-ink-faint">
      <IconButton
        size="small"
        label={t("now")}
        shortcut="enter"
        disabled={disabled}
        icon={<SendHorizontal className="rtl:-scale-x-100" />}
        className="rounded-e-none px-3 text-current hover:bg-accent-hover hover:text-current"
        onPointerDown={(event) => event.preventDefault()}
        onClick={() => onSend()}
      />
      <span className="h-4 w-px bg-current opacity-30" />
      <Menu
        side="top"
        align="end"
        trigger={
          <IconButton
            size="small"
            label={t("more")}
            disabled={disabled}
            icon={<ChevronDown />}
            className="rounded-s-none text-current hover:bg-accent-hover hover:text-current data-popup-open:bg-accent-hover data-popup-open:text-current"
          />
        }
      >
        <MenuItem icon={<BellOff />} onClick={() => onSend({ silent: true })}>
          {t("silently")}
        </MenuItem>
        {isThread && (
          <MenuItem icon={<CornerUpLeft className="rtl:-scale-x-100" />} onClick={() => onSend({ alsoInRoom: true })}>
            {t("alsoInRoom")}
          </MenuItem>
        )}
      </Menu>
    </div>
  );
}
