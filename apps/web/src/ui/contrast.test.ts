/** Reads the tokens as they are written, so that no theme can lose a pair that people must be able to read. */
import { describe, expect, test } from "bun:test";
import { readableInk } from "./avatar-colors.ts";

type Rgba = { red: number; green: number; blue: number; alpha: number };
type Tokens = ReadonlyMap<string, readonly [light: string, dark: string]>;

const css = await Bun.file(new URL("../styles.css", import.meta.url)).text();

function readTokens(block: string): Tokens {
  const written = block.matchAll(/--color-([a-z-]+): light-dark\((#[0-9a-f]+), (#[0-9a-f]+)\)/g);
  return new Map([...written].map(([, name = "", light = "", dark = ""]) => [name, [light, dark]]));
}

const between = (start: string) => css.slice(css.indexOf(start), css.indexOf("}", css.indexOf(start)));
const standard = readTokens(between("@theme {"));
const highContrast = new Map([...standard, ...readTokens(between('[data-theme="high-contrast"] {'))]);

const themes = [
  { name: "light", tokens: standard, side: 0, text: 4.5, edge: 3 },
  { name: "dark", tokens: standard, side: 1, text: 4.5, edge: 3 },
  { name: "high contrast, light", tokens: highContrast, side: 0, text: 7, edge: 4.5 },
  { name: "high contrast, dark", tokens: highContrast, side: 1, text: 7, edge: 4.5 },
] as const;

const grounds = ["canvas", "surface", "sunken", "raised"];
const inks = ["ink", "ink-muted", "ink-faint", "accent", "accent-hover", "danger", "warning", "success"];
const codeInks = ["keyword", "string", "number", "name", "type", "comment"].map((name) => `code-${name}`);

const textPairs = [
  ...grounds.flatMap((ground) => inks.map((ink) => [ink, ground])),
  ...grounds.flatMap((ground) => inks.slice(0, 3).map((ink) => [ink, `${ground} + hover`])),
  ...grounds.flatMap((ground) => inks.slice(0, 2).map((ink) => [ink, `${ground} + active`])),
  ...["ink", "ink-muted", "ink-faint", "accent"].map((ink) => [ink, "selected"]),
  ...["ink", "ink-muted", "ink-faint", "accent"].map((ink) => [ink, "mention"]),
  ...codeInks.map((ink) => [ink, "sunken"]),
  ...["accent", "danger", "warning", "success"].flatMap((tone) => [
    [tone, `${tone}-soft`],
    ["ink", `${tone}-soft`],
    ["ink-muted", `${tone}-soft`],
  ]),
  ["accent-ink", "accent"],
  ["accent-ink", "accent-hover"],
  ["danger-ink", "danger"],
  ["danger-ink", "danger-hover"],
  ["mention-ink", "mention-strong"],
] as [string, string][];

const parts = ["moss", "amber", "glacier", "rose", "heather", "rest"].map((name) => `part-${name}`);
const edgePairs = ["line-strong", "accent", "glacier", "online", "busy", "offline", ...parts].flatMap((edge) =>
  ["canvas", "surface", "sunken", "raised"].map((ground) => [edge, ground] as const),
);

describe.each(themes)("$name", ({ tokens, side, text, edge }) => {
  const color = (name: string) => parse(tokens.get(name)?.[side] ?? "");
  const ground = (names: string) =>
    names
      .split(" + ")
      .map(color)
      .reduce((below, above) => lay(above, below));

  test.each(textPairs)("%s is read on %s", (ink, on) => {
    expect(contrast(color(ink), ground(on))).toBeGreaterThanOrEqual(text);
  });

  test.each(edgePairs)("the edge %s is seen on %s", (name, on) => {
    expect(contrast(color(name), ground(on))).toBeGreaterThanOrEqual(edge);
  });
});

test.each([
  "#2563eb",
  "#7c3aed",
  "#db2777",
  "#d97706",
  "#65a30d",
  "#059669",
  "#0891b2",
  "#ffffff",
  "#000000",
  "#777777",
])("initials are read on %s", (background) => {
  expect(contrast(parse(readableInk(background)), parse(background))).toBeGreaterThanOrEqual(4.5);
});

function parse(hex: string): Rgba {
  expect(hex).toMatch(/^#(?:[0-9a-f]{6}|[0-9a-f]{8})$/);
  const [red = 0, green = 0, blue = 0, alpha = 255] = (hex.match(/[0-9a-f]{2}/g) ?? []).map((part) =>
    Number.parseInt(part, 16),
  );
  return { red, green, blue, alpha: alpha / 255 };
}

function lay(above: Rgba, below: Rgba): Rgba {
  const mix = (over: number, under: number) => over * above.alpha + under * (1 - above.alpha);
  return {
    red: mix(above.red, below.red),
    green: mix(above.green, below.green),
    blue: mix(above.blue, below.blue),
    alpha: 1,
  };
}

function contrast(one: Rgba, other: Rgba): number {
  const [dim = 0, bright = 0] = [luminance(one), luminance(other)].sort((first, second) => first - second);
  return (bright + 0.05) / (dim + 0.05);
}

function luminance({ red, green, blue }: Rgba): number {
  const linear = (channel: number) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}
