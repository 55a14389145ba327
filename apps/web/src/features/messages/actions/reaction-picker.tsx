import type { messages } from "@althing/contract";
import { useTranslations } from "use-intl";
import { useReplica, useWorkspace } from "../../../connection/index.ts";
import { EmojiPicker } from "../../../ui/emoji-picker/emoji-picker.tsx";
import { PopoverPopup } from "../../../ui/popover-popup.tsx";
import { useMessageVerbs } from "./use-message-verbs.ts";

type Props = { message: messages.Message; anchor: Element; onClose: () => void };

/** Chooses an emoji for a message, beside what asked for it. */
export function ReactionPicker({ message, anchor, onClose }: Props) {
  const t = useTranslations("messages.reactions");
  const verbs = useMessageVerbs();
  const { id } = useWorkspace();
  const custom = useReplica(({ emoji }) => emoji[id]);
  const pick = (emoji: string) => {
    onClose();
    const row = anchor.closest<HTMLElement>("article") ?? anchor;
    if (row instanceof HTMLElement) row.focus({ preventScroll: true });
    void verbs.react(message, emoji, true);
  };
  return (
    <PopoverPopup
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
      label={t("add")}
      anchor={anchor}
      side="top"
      align="end"
      className="p-0"
    >
      <EmojiPicker onPick={pick} {...(custom && { custom })} />
    </PopoverPopup>
  );
}
