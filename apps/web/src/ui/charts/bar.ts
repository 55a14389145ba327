/** A number of a chart, and what it stands for, such as a day. */
export type Bar = { key: string; label: string; value: number };
