import { avatarColors, readableInk } from "../avatar-colors.ts";
import { classes } from "../classes.ts";
import { Logo, Mark } from "../logo.tsx";
import { Chapter, Specimen } from "./specimen.tsx";

const grounds = [
  "bg-canvas",
  "bg-surface",
  "bg-sunken",
  "bg-raised",
  "bg-hover",
  "bg-active",
  "bg-selected",
  "bg-mention",
];
const tones = [
  "bg-accent",
  "bg-accent-soft",
  "bg-danger",
  "bg-danger-soft",
  "bg-warning",
  "bg-warning-soft",
  "bg-success",
  "bg-success-soft",
];
const inks = [
  "text-ink",
  "text-ink-muted",
  "text-ink-faint",
  "text-accent",
  "text-danger",
  "text-warning",
  "text-success",
];
const sizes = [
  { name: "3xl", look: "text-3xl font-semibold tracking-tight", says: "Speak and be heard" },
  { name: "2xl", look: "text-2xl font-semibold tracking-tight", says: "A place where a team likes to be" },
  { name: "xl", look: "text-xl font-semibold tracking-tight", says: "Titles of pages" },
  { name: "lg", look: "text-lg font-semibold", says: "Titles of dialogs and empty places" },
  { name: "md", look: "text-md", says: "Messages on a phone, and text to read" },
  { name: "base", look: "text-base", says: "Messages, forms, and most else" },
  { name: "sm", look: "text-sm", says: "The sidebar, menus, buttons" },
  { name: "xs", look: "text-xs", says: "Hints, times and notes" },
];

export function Foundations() {
  return (
    <Chapter
      id="foundations"
      title="Foundations"
      lead="Basalt greys with a cast of moss, the light of glaciers, and one accent. Amber calls a name."
    >
      <Specimen name="Mark" className="gap-6">
        <Logo size={40} />
        {[64, 32, 24, 16].map((size) => (
          <Mark key={size} size={size} />
        ))}
      </Specimen>
      <Specimen name="Ink" className="gap-x-5 gap-y-2 font-medium">
        {inks.map((look) => (
          <span key={look} className={look}>
            {look.slice("text-".length)}
          </span>
        ))}
      </Specimen>
      <Swatches name="Grounds" looks={grounds} />
      <Swatches name="Tones" looks={tones} />
      <Specimen name="Type" wide className="flex-col items-stretch gap-3">
        {sizes.map(({ name, look, says }) => (
          <p key={name} className="flex items-baseline gap-6">
            <span className="w-10 shrink-0 text-ink-faint text-xs">{name}</span>
            <span className={look}>{says}</span>
          </p>
        ))}
      </Specimen>
      <Specimen name="Colours of people and rooms">
        {avatarColors.map((color) => (
          <span
            key={color}
            className="grid size-9 place-items-center rounded-md font-semibold text-sm"
            style={{ background: color, color: readableInk(color) }}
          >
            Aa
          </span>
        ))}
      </Specimen>
      <Specimen name="Radius and shadow" className="gap-5">
        {["rounded-xs", "rounded-sm", "rounded-md", "rounded-lg", "rounded-xl"].map((look) => (
          <span key={look} className={classes("size-11 border border-line-strong bg-surface", look)} />
        ))}
        <span className="size-11 rounded-lg bg-raised shadow-raised" />
        <span className="size-11 rounded-xl bg-raised shadow-dialog" />
      </Specimen>
    </Chapter>
  );
}

function Swatches({ name, looks }: { name: string; looks: readonly string[] }) {
  return (
    <Specimen name={name} className="grid grid-cols-4 gap-3">
      {looks.map((look) => (
        <div key={look} className="min-w-0">
          <div className={classes("h-12 rounded-md border border-line", look)} />
          <p className="mt-1 truncate text-ink-muted text-xs">{look.slice("bg-".length)}</p>
        </div>
      ))}
    </Specimen>
  );
}
