import type { messages } from "@althing/contract";
import { Dialog as Part } from "@base-ui/react/dialog";
import { useRef } from "react";
import { useTranslations } from "use-intl";
import { useReplica } from "../../../connection/index.ts";
import { classes } from "../../../ui/classes.ts";
import { Emoji } from "../../../ui/emoji-picker/emoji.tsx";
import { listFrequent } from "../../../ui/emoji-picker/emoji-habits.ts";
import { useCustomEmoji } from "../row/use-custom-emoji.ts";
import type { Place } from "./openers.ts";
import { useMessageActions } from "./use-message-actions.ts";
import { useMessageVerbs } from "./use-message-verbs.ts";

type Props = { message: messages.Message; place: Place; onClose: () => void };

const quickCount = 6;

/** Everything that can be done with a message, at the lower edge of a phone. */
export function ActionSheet({ message, place, onClose }: Props) {
  const t = useTranslations("messages.actions");
  const held = useReplica((replica) => replica.messages[message.id]) ?? message;
  const actions = useMessageActions(held, place);
  const verbs = useMessageVerbs();
  const custom = useCustomEmoji();
  // The finger whose long press opened the sheet leaves above it: only a press that began here is one.
  const isPressed = useRef(false);
  const press = () => {
    isPressed.current = true;
  };
  const mayReact = actions.some(({ id }) => id === "react");
  return (
    <Part.Root open disablePointerDismissal onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Part.Portal>
        <Part.Backdrop
          onPointerDown={press}
          onClick={() => isPressed.current && onClose()}
          className="fixed inset-0 z-40 bg-scrim transition-opacity data-starting-style:opacity-0"
        />
        <Part.Popup
          onPointerDownCapture={press}
          onClickCapture={(event) => {
            if (!isPressed.current && event.detail > 0) event.stopPropagation();
          }}
          className="fixed inset-x-0 bottom-0 z-40 flex max-h-[85dvh] flex-col gap-1 overflow-y-auto rounded-t-xl bg-raised px-2 pt-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] outline-none transition-[translate] duration-(--duration-calm) data-starting-style:translate-y-full"
        >
          <Part.Title className="sr-only">{t("label")}</Part.Title>
          {mayReact && (
            <div className="flex justify-between gap-1 px-2 pb-2">
              {listFrequent(quickCount).map((emoji) => (
                <Part.Close
                  key={emoji}
                  aria-label={t("reactWith", { emoji })}
                  className="grid size-12 place-items-center rounded-full bg-hover text-xl active:bg-active"
                  onClick={() => verbs.react(held, emoji, true)}
                >
                  <Emoji text={emoji} url={custom.get(emoji)} />
                </Part.Close>
              ))}
            </div>
          )}
          {actions.map(({ id, label, icon: Icon, danger, run }) => (
            <Part.Close
              key={id}
              className={classes(
                "flex min-h-12 items-center gap-3 rounded-md px-3 text-start text-md active:bg-active [&>svg]:size-5",
                danger ? "text-danger" : "[&>svg]:text-ink-muted",
              )}
              onClick={run}
            >
              <Icon aria-hidden="true" />
              {label}
            </Part.Close>
          ))}
        </Part.Popup>
      </Part.Portal>
    </Part.Root>
  );
}
