import type { NumberFormatOptions } from "use-intl";

/** A number of a chart, and what it stands for, such as a day. Of a stacked one also how much of it each part is. */
export type Bar = { key: string; label: string; value: number; parts?: readonly number[] };

/** What bars are stacked of: the same in each, from the bottom up. */
export type Part = { key: string; name: string };

/** How the numbers of a chart are written. */
export type WriteNumber = (value: number, more?: NumberFormatOptions) => string;
