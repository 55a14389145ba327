import { Car, Clock, Flag, Hand, Heart, Leaf, Lightbulb, Pizza, Smile, Sparkles, Trophy } from "lucide-react";
import type { ReactNode } from "react";
import { classes } from "../classes.ts";
import type { Section } from "./emoji-rows.ts";

const icons: Record<string, ReactNode> = {
  frequent: <Clock />,
  custom: <Sparkles />,
  smileys: <Smile />,
  people: <Hand />,
  animals: <Leaf />,
  food: <Pizza />,
  travel: <Car />,
  activities: <Trophy />,
  objects: <Lightbulb />,
  symbols: <Heart />,
  flags: <Flag />,
};

type EmojiSectionsProps = { sections: readonly Section[]; value: string; onValueChange: (key: string) => void };

/** Leads to the sections; the keyboard reaches them by the grid's own arrows as well. */
export function EmojiSections({ sections, value, onValueChange }: EmojiSectionsProps) {
  return (
    <div className="flex justify-between border-line border-b px-2 pb-1">
      {sections
        .filter(({ emoji }) => emoji.length > 0)
        .map(({ key, title }) => (
          <button
            key={key}
            type="button"
            aria-label={title}
            title={title}
            aria-pressed={key === value}
            // The search keeps the focus, and with it the arrows.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onValueChange(key)}
            className={classes(
              "grid h-7 flex-1 place-items-center rounded-sm hover:bg-hover [&_svg]:size-4",
              key === value ? "text-accent" : "text-ink-faint",
            )}
          >
            {icons[key]}
          </button>
        ))}
    </div>
  );
}
