import type { messages } from "@althing/contract";
import { Ellipsis, SmilePlus } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { later } from "../../../parts/index.ts";
import { classes } from "../../../ui/classes.ts";
import { Emoji } from "../../../ui/emoji-picker/emoji.tsx";
import { listFrequent } from "../../../ui/emoji-picker/emoji-habits.ts";
import { IconButton } from "../../../ui/icon-button.tsx";
import { Menu } from "../../../ui/menu.tsx";
import { type Place, reacting } from "../actions/openers.ts";
import { useMessageActions } from "../actions/use-message-actions.ts";
import { useMessageVerbs } from "../actions/use-message-verbs.ts";
import { useCustomEmoji } from "./use-custom-emoji.ts";

const MessageMenuItems = later(() => import("../actions/message-menu-items.tsx"), "MessageMenuItems");

type Props = { message: messages.Message; place: Place; isHot: boolean };

const quickCount = 3;

/** Floats at a row's upper corner while one points at it, or is in it by keys. */
export function MessageToolbar({ message, place, isHot }: Props) {
  const t = useTranslations("messages.actions");
  const actions = useMessageActions(message, place);
  const verbs = useMessageVerbs();
  const custom = useCustomEmoji();
  const [isOpen, setOpen] = useState(false);
  const mayReact = actions.some(({ id }) => id === "react");
  const shown = actions.filter(({ id }) => id === "reply" || id === "edit");
  if (actions.length === 0) return null;
  return (
    <div
      role="toolbar"
      aria-label={t("label")}
      className={classes(
        "absolute end-4 -top-4 z-10 flex items-center rounded-lg bg-raised p-0.5 shadow-raised pointer-coarse:hidden",
        !isHot && !isOpen && "invisible group-focus-within/row:visible",
      )}
    >
      {mayReact &&
        listFrequent(quickCount).map((emoji) => (
          <IconButton
            key={emoji}
            size="small"
            label={t("reactWith", { emoji })}
            icon={<Emoji text={emoji} url={custom.get(emoji)} className="text-base" />}
            onClick={() =>
              verbs.react(message, emoji, !message.reactions.some((one) => one.emoji === emoji && one.mine))
            }
          />
        ))}
      {mayReact && (
        <IconButton
          size="small"
          label={t("react")}
          shortcut="+"
          icon={<SmilePlus />}
          onClick={({ currentTarget }) => reacting.open({ message, anchor: currentTarget })}
        />
      )}
      {shown.map(({ id, label, keys, icon: Icon, run }) => (
        <IconButton
          key={id}
          size="small"
          label={label}
          {...(keys && { shortcut: keys })}
          icon={<Icon />}
          onClick={run}
        />
      ))}
      <Menu
        align="end"
        open={isOpen}
        onOpenChange={setOpen}
        trigger={<IconButton size="small" label={t("more")} icon={<Ellipsis />} />}
      >
        <MessageMenuItems actions={actions} />
      </Menu>
    </div>
  );
}
