import type { chats } from "@althing/contract";
import { Sparkles } from "lucide-react";
import { useTranslations } from "use-intl";
import { Avatar } from "../../../ui/avatar.tsx";
import { classes } from "../../../ui/classes.ts";
import { StepArrows } from "../../../ui/step-arrows.tsx";
import { Tag } from "../../../ui/tag.tsx";
import { Timestamp } from "../../../ui/timestamp.tsx";
import { MessageBody } from "../../messages/index.ts";

type Turn = chats.SharedConversation["turns"][number];
type Props = { turn: Turn; siblings: readonly Turn[]; onChoose: (place: number) => void };

/** Something that was asked or answered. Questions stand on a ground of their own, so that one finds them at a glance. */
export function SharedTurn({ turn, siblings, onChoose }: Props) {
  const { author, at, model, html, sources } = turn;
  const isAnswer = author.kind === "assistant";
  return (
    <li className={classes("flex gap-3 sm:gap-4", !isAnswer && "rounded-xl bg-sunken px-4 py-4 sm:px-5")}>
      {isAnswer ? (
        <span className="grid size-8 shrink-0 place-items-center rounded-md bg-accent-soft text-accent max-sm:hidden">
          <Sparkles aria-hidden="true" className="size-4.5" />
        </span>
      ) : (
        <Avatar name={author.name} size={32} className="max-sm:hidden" />
      )}
      <div className="min-w-0 flex-1">
        <header className="mb-1 flex min-h-6 flex-wrap items-center gap-x-2 gap-y-1">
          <span className="wrap-anywhere font-semibold">{author.name}</span>
          {model && <Tag>{model}</Tag>}
          <Timestamp at={at} format="date" className="text-ink-muted text-xs" />
        </header>
        <MessageBody html={html} />
        {sources.length > 0 && <Sources sources={sources} />}
        {siblings.length > 1 && <Ways turn={turn} siblings={siblings} onChoose={onChoose} />}
      </div>
    </li>
  );
}

function Sources({ sources }: Pick<Turn, "sources">) {
  const t = useTranslations("chats.shared");
  return (
    <details className="group mt-3 text-sm">
      <summary className="w-fit cursor-pointer rounded-sm text-ink-muted hover:text-ink">
        {t("sources", { count: sources.length })}
      </summary>
      <ol className="mt-2 flex flex-col gap-2">
        {sources.map(({ handle, title, quote }) => (
          <li key={handle} className="flex gap-2.5">
            <span className="grid size-5 shrink-0 place-items-center rounded-xs bg-accent-soft font-medium text-2xs text-accent tabular-nums">
              {handle}
            </span>
            <span className="min-w-0">
              <span className="wrap-anywhere font-medium">{title}</span>
              <q dir="auto" className="wrap-anywhere block whitespace-pre-wrap text-ink-muted">
                {quote}
              </q>
            </span>
          </li>
        ))}
      </ol>
    </details>
  );
}

/** Leads to what else was asked or answered at this point. */
function Ways({ turn, siblings, onChoose }: Props) {
  const t = useTranslations("chats.shared");
  const at = siblings.indexOf(turn);
  const go = (index: number) => {
    const wanted = siblings[index];
    if (wanted) onChoose(wanted.place);
  };
  return (
    <StepArrows
      className="mt-2"
      label={t("ways")}
      previous={t("previous")}
      next={t("next")}
      position={t("position", { at: at + 1, count: siblings.length })}
      at={at}
      count={siblings.length}
      onGo={go}
    />
  );
}
