import { ChevronsUpDown, Pin } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { usePanel } from "../../../shell/index.ts";
import { classes } from "../../../ui/classes.ts";
import { CutLine } from "../../../ui/cut-line.tsx";
import { IconButton } from "../../../ui/icon-button.tsx";
import { PersonName } from "../../accounts/index.ts";
import { useShowMessage } from "../message-address.ts";
import { wordsOf } from "../row/message-body.tsx";
import { usePins } from "./use-pins.ts";

/** A room's pinned messages at its top, one at a time; each press leads to it and turns to the next. */
export function PinsBar({ roomId }: { roomId: string }) {
  const t = useTranslations("messages.pins");
  const pins = usePins(roomId) ?? [];
  const [turn, setTurn] = useState(0);
  const showMessage = useShowMessage();
  const panel = usePanel();
  const shown = pins[turn % Math.max(1, pins.length)];
  if (!shown) return null;
  return (
    <section
      // Beside its panel, which has the same name, it is no landmark.
      aria-label={panel.open?.kind === "pins" ? undefined : t("label")}
      className="flex h-10 shrink-0 items-center gap-2 border-line border-b ps-4 pe-2 md:ps-5"
    >
      <span aria-hidden="true" className="flex w-1 flex-col gap-0.5 self-stretch py-2">
        {pins.map(({ id }) => (
          <span key={id} className={classes("flex-1 rounded-full", id === shown.id ? "bg-accent" : "bg-line")} />
        ))}
      </span>
      <Pin aria-hidden="true" className="size-3.5 shrink-0 text-ink-faint" />
      <button
        type="button"
        className="flex h-8 min-w-0 flex-1 items-center gap-2 rounded-sm text-start text-sm hover:text-accent"
        onClick={() => {
          showMessage(shown);
          setTurn((turn + 1) % pins.length);
        }}
      >
        <span className="shrink-0 font-medium">
          <PersonName accountId={shown.author.id} name={shown.author.name} />
        </span>
        <span className="min-w-0 text-ink-muted">
          <CutLine>{wordsOf(shown)}</CutLine>
        </span>
      </button>
      <IconButton
        size="small"
        label={t("showAll", { count: pins.length })}
        icon={<ChevronsUpDown />}
        onClick={() => panel.toggle("pins", roomId)}
      />
    </section>
  );
}
