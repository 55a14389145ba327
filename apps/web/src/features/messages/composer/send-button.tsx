import { ChevronDown, SendHorizontal } from "lucide-react";
import { useTranslations } from "use-intl";
import { later } from "../../../parts/index.ts";
import { Button } from "../../../ui/button.tsx";
import { Menu } from "../../../ui/menu.tsx";

const WaysToSend = later(() => import("./ways-to-send.tsx"), "WaysToSend");

type SendButtonProps = {
  disabled: boolean;
  /** Why it is disabled, where that is not plain to see. */
  reason: string | undefined;
  isThread: boolean;
  onSend: (how?: { silent?: boolean; alsoInRoom?: boolean }) => void;
};

/** Sends; the little arrow beside it holds the other ways to. */
export function SendButton({ disabled, reason, isThread, onSend }: SendButtonProps) {
  const t = useTranslations("messages.composer.send");
  return (
    <div className="flex items-center gap-px" title={reason}>
      <Button
        variant="primary"
        size="small"
        className="rounded-e-none pointer-coarse:px-3.5"
        aria-label={t("now")}
        disabled={disabled}
        icon={<SendHorizontal className="rtl:-scale-x-100" />}
        onPointerDown={(event) => event.preventDefault()}
        onClick={() => onSend()}
      />
      <Menu
        side="top"
        align="end"
        trigger={
          <Button
            variant="primary"
            size="small"
            className="rounded-s-none px-1! pointer-coarse:px-3.5!"
            aria-label={t("more")}
            disabled={disabled}
            icon={<ChevronDown />}
          />
        }
      >
        <WaysToSend isThread={isThread} onSend={onSend} />
      </Menu>
    </div>
  );
}
