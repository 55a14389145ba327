import { SmilePlus } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { EmojiPicker } from "../../../ui/emoji-picker/emoji-picker.tsx";
import { IconButton } from "../../../ui/icon-button.tsx";
import { Popover } from "../../../ui/popover.tsx";

/** Shows the chosen emoji, and lets one choose another. */
export function EmojiButton({ emoji, onPick }: { emoji: string | null; onPick: (emoji: string) => void }) {
  const t = useTranslations("accounts.status");
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover
      open={isOpen}
      onOpenChange={setOpen}
      align="start"
      label={t("emoji")}
      className="p-0"
      trigger={
        <IconButton
          size="small"
          className="-ms-1.5"
          label={t("emoji")}
          icon={emoji ? <span className="text-lg leading-none">{emoji}</span> : <SmilePlus />}
        />
      }
    >
      <EmojiPicker
        onPick={(picked) => {
          onPick(picked);
          setOpen(false);
        }}
      />
    </Popover>
  );
}
