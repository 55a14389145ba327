import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, type Page } from "@playwright/test";
import type { AxeResults, RunOptions } from "axe-core";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const everything = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

// Base UI puts stops for the focus around what it opens, which pass it on at once: hidden from readers and in no landmark.
const guards: Readonly<Record<string, RegExp>> = {
  "aria-hidden-focus": /data-base-ui-focus-guard/,
  region: /data-base-ui-(focus-guard|portal)/,
};

/** Axe finds nothing on the page as it stands, or within `selector`. `rules` are tags or names of axe's, all by default. */
export async function expectAccessible(page: Page, selector = "html", rules = everything): Promise<void> {
  // Evaluated past the page's policy, which rightly lets no script in.
  await page.evaluate(source);
  const { violations } = await page.evaluate(
    ([within, given]) => (globalThis as unknown as Axe).axe.run(within, given),
    [selector, { runOnly: rules, resultTypes: ["violations"] satisfies RunOptions["resultTypes"] }] as const,
  );
  const told = violations.flatMap(({ id, help, nodes }) =>
    nodes
      .filter(({ html }) => !guards[id]?.test(html))
      .map(({ html, failureSummary }) => `${id}: ${help}\n${html}\n${failureSummary}`),
  );
  expect(told, "what axe finds").toEqual([]);
}

type Axe = { axe: { run(within: string, options: RunOptions): Promise<AxeResults> } };
