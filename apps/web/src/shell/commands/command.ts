import type { LucideIcon } from "lucide-react";

/** Something a person can do: found in the palette, listed in the help sheet, reached by its keys. */
export type Command = {
  /** `<module>.<verb>`; preferences know own shortcuts by it. */
  id: string;
  title: string;
  /** The heading it stands under. */
  group: string;
  icon?: LucideIcon;
  /** Such as `mod+k`, `alt+arrowdown`, or two in a row: `g h`. `mod` is ⌘ on Apple's systems and Ctrl elsewhere. */
  keys?: string;
  /** Does the same as `keys`, for those who look for it there; no list names it. */
  alias?: string;
  /** Other words that find it. */
  keywords?: string;
  /** Whether its keys also work while someone writes; those with `mod` or `alt` do unless told. */
  whileWriting?: boolean;
  run(): void;
};
