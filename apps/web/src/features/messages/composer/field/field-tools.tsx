import { AtSign, Eye, Smile, Type } from "lucide-react";
import { Suspense, useState } from "react";
import { useTranslations } from "use-intl";
import { useReplica, useWorkspace } from "../../../../connection/index.ts";
import { later } from "../../../../parts/index.ts";
import { IconButton } from "../../../../ui/icon-button.tsx";
import { Popover } from "../../../../ui/popover.tsx";
import { previewKeys } from "./use-format-commands.ts";

const EmojiPicker = later(() => import("../../../../ui/emoji-picker/emoji-picker.tsx"), "EmojiPicker");

type FieldToolsProps = {
  onInsert: (text: string) => void;
  isFormatting: boolean;
  onFormatting: (is: boolean) => void;
  isPreviewed: boolean;
  onPreviewed: (is: boolean) => void;
};

export function FieldTools({ onInsert, isFormatting, onFormatting, isPreviewed, onPreviewed }: FieldToolsProps) {
  const t = useTranslations("messages.composer");
  return (
    <>
      <IconButton
        size="small"
        className="md:hidden"
        label={t("formatting")}
        icon={<Type />}
        pressed={isFormatting}
        onClick={() => onFormatting(!isFormatting)}
      />
      <EmojiButton onPick={(emoji) => onInsert(`${emoji} `)} />
      <IconButton
        size="small"
        // A phone has it on its keyboard, and no room to spare.
        className="max-sm:hidden"
        label={t("mention")}
        icon={<AtSign />}
        onPointerDown={(event) => event.preventDefault()}
        onClick={() => onInsert("@")}
      />
      <IconButton
        size="small"
        label={t("preview.toggle")}
        shortcut={previewKeys}
        icon={<Eye />}
        pressed={isPreviewed}
        onPointerDown={(event) => event.preventDefault()}
        onClick={() => onPreviewed(!isPreviewed)}
      />
    </>
  );
}

function EmojiButton({ onPick }: { onPick: (emoji: string) => void }) {
  const t = useTranslations("messages.composer");
  const { id } = useWorkspace();
  const custom = useReplica(({ emoji }) => emoji[id]);
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover
      label={t("emoji")}
      side="top"
      align="start"
      className="p-0"
      open={isOpen}
      onOpenChange={setOpen}
      trigger={<IconButton size="small" label={t("emoji")} icon={<Smile />} />}
    >
      <Suspense fallback={<div className="h-88 w-[21.5rem]" />}>
        <EmojiPicker
          custom={custom}
          onPick={(emoji) => {
            setOpen(false);
            onPick(emoji);
          }}
        />
      </Suspense>
    </Popover>
  );
}
