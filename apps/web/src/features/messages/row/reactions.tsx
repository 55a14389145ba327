import type { messages } from "@althing/contract";
import { SmilePlus } from "lucide-react";
import { Suspense } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { useReplica } from "../../../connection/index.ts";
import { later } from "../../../parts/index.ts";
import { classes } from "../../../ui/classes.ts";
import { Emoji } from "../../../ui/emoji-picker/emoji.tsx";
import { Tooltip } from "../../../ui/tooltip.tsx";
import { reacting } from "../actions/openers.ts";
import { useMessageVerbs } from "../actions/use-message-verbs.ts";
import { useRowTabIndex } from "./active-row.ts";
import { useCustomEmoji } from "./use-custom-emoji.ts";

const Reactors = later(() => import("./reactors.tsx"), "Reactors");

const chip =
  "inline-flex h-6.5 items-center gap-1.5 rounded-full border px-2 text-xs tabular-nums transition-colors disabled:cursor-default pointer-coarse:h-8 pointer-coarse:px-2.5";

/** What people answered with a sign; pressing one joins or leaves them. */
export function Reactions({ message }: { message: messages.Message }) {
  const t = useTranslations("messages.reactions");
  const format = useFormatter();
  const verbs = useMessageVerbs();
  const custom = useCustomEmoji();
  const tabIndex = useRowTabIndex();
  const mayReact = useReplica(({ rooms }) => rooms[message.roomId]?.permissions.includes("message.react") ?? false);
  return (
    <div className="mt-1 mb-0.5 flex flex-wrap items-center gap-1">
      {message.reactions.map(({ emoji, count, mine }) => (
        <Tooltip
          key={emoji}
          label={
            <Suspense fallback={t("count", { count })}>
              <Reactors message={message} emoji={emoji} />
            </Suspense>
          }
        >
          <button
            type="button"
            tabIndex={tabIndex}
            aria-pressed={mine}
            aria-label={t("label", { emoji, count })}
            aria-disabled={!mayReact}
            className={classes(
              chip,
              mine
                ? "border-accent/60 bg-accent-soft font-medium text-accent hover:border-accent"
                : "border-line bg-surface text-ink-muted hover:border-line-strong hover:text-ink",
            )}
            onClick={() => mayReact && verbs.react(message, emoji, !mine)}
          >
            <Emoji text={emoji} url={custom.get(emoji)} className="text-sm" />
            {format.number(count)}
          </button>
        </Tooltip>
      ))}
      {mayReact && (
        <Tooltip label={t("add")}>
          <button
            type="button"
            tabIndex={tabIndex}
            aria-label={t("add")}
            className={`${chip} border-transparent text-ink-faint hover:bg-hover hover:text-ink [&>svg]:size-4`}
            onClick={({ currentTarget }) => reacting.open({ message, anchor: currentTarget })}
          >
            <SmilePlus />
          </button>
        </Tooltip>
      )}
    </div>
  );
}
