import { classes } from "./classes.ts";

type KbdProps = {
  /** Keys joined by `+`, and strokes that follow one another by a space: `mod+k`, `g i`. `mod` is ⌘ or Ctrl. */
  keys: string;
  className?: string;
};

const isApple = typeof navigator !== "undefined" && /mac|iphone|ipad/i.test(navigator.platform);

const signs: Record<string, string> = {
  mod: isApple ? "⌘" : "Ctrl",
  alt: isApple ? "⌥" : "Alt",
  shift: isApple ? "⇧" : "Shift",
  ctrl: isApple ? "⌃" : "Ctrl",
  enter: "↵",
  escape: "Esc",
  backspace: "⌫",
  arrowup: "↑",
  arrowdown: "↓",
  arrowleft: "←",
  arrowright: "→",
};

/** How a shortcut is written on this machine: `mod+k` is `⌘K` or `Ctrl K`. */
function formatKeys(keys: string): string {
  return keys
    .split(" ")
    .map((stroke) =>
      stroke
        // The last plus of `mod++` is a key.
        .split(/\+(?!$)/)
        .map((key) => signs[key.toLowerCase()] ?? key.toUpperCase())
        .join(isApple ? "" : " "),
    )
    .join(" · ");
}

export function Kbd({ keys, className }: KbdProps) {
  return (
    <kbd
      dir="ltr"
      className={classes(
        "inline-flex h-[1.125rem] min-w-[1.125rem] items-center justify-center whitespace-nowrap rounded-xs border border-line bg-sunken px-1 font-sans font-medium text-2xs text-ink-muted",
        className,
      )}
    >
      {formatKeys(keys)}
    </kbd>
  );
}
